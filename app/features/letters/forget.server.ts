import { and, eq, inArray, isNotNull, lt } from "drizzle-orm";
import { letterTables } from "~db/schema/letters";
import { removeOverdue, walkRows } from "../../platform/db/overdue.server";
import type { House } from "../../platform/house.server";

const dayMs = 24 * 60 * 60 * 1000;
/** How long a letter is kept after it was printed. */
const printedMs = 90 * dayMs;
/** How many days a code in a letter is good, and the letter waits to be printed. */
export const codeDays = 28;
/** How long a caller is known for whom nothing was sent, nor is begun. */
const callerMs = 30 * dayMs;

/**
 * Removes letters that were printed long ago, and the names and addresses of callers who need them for nothing any more.
 * @param findNeeded which of these have a case, or a draft
 */
export async function forgetOldCallers(house: House, findNeeded: (ids: string[]) => Promise<string[]>): Promise<void> {
  const { letters, clients: callers } = house.db.tables(letterTables);
  const { printedAt, state } = letters;
  const now = house.clock.now().getTime();
  const printed = {
    from: letters,
    id: letters.id,
    instant: printedAt,
    before: new Date(now - printedMs),
    of: eq(state, "printed"),
  };
  await removeOverdue(house.db, printed);
  const unsent = {
    ...printed,
    instant: letters.createdAt,
    before: new Date(now - codeDays * dayMs),
    of: and(eq(state, "queued"), isNotNull(letters.organisationId)),
  };
  await removeOverdue(house.db, unsent);
  const old = { from: callers, id: callers.id, of: lt(callers.createdAt, new Date(now - callerMs)) };
  await walkRows(house.db, old, (ids) =>
    house.db.transaction(async () => {
      const written = await house.db.q
        .select({ id: letters.clientId })
        .from(letters)
        .where(inArray(letters.clientId, ids));
      const needed = new Set<string | null>([...(await findNeeded(ids)), ...written.map(({ id }) => id)]);
      const idle = ids.filter((id) => !needed.has(id));
      if (idle.length > 0) await house.db.q.delete(callers).where(inArray(callers.id, idle));
    }),
  );
}
