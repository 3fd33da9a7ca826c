import { and, lt, notInArray, type SQLWrapper } from "drizzle-orm";
import { letterTables } from "~db/schema/letters";
import type { House } from "../../platform/house.server";

const dayMs = 24 * 60 * 60 * 1000;
/** How long a letter is kept after it was printed. */
const printedMs = 90 * dayMs;
/** How long a caller is known for whom nothing was sent, nor is begun. */
const callerMs = 30 * dayMs;

/**
 * Removes letters that were printed long ago, and the names and addresses of callers who need them for nothing any more.
 * @param clients a query for the ids of those who have a case, or a draft
 */
export async function forgetOldCallers(house: House, clients: SQLWrapper): Promise<void> {
  const { letters, clients: callers } = house.db.tables(letterTables);
  const now = house.clock.now().getTime();
  await house.db.transaction(async () => {
    await house.db.q.delete(letters).where(lt(letters.printedAt, new Date(now - printedMs)));
    const written = house.db.q.select({ id: letters.clientId }).from(letters);
    const idle = and(notInArray(callers.id, clients), notInArray(callers.id, written));
    await house.db.q.delete(callers).where(and(lt(callers.createdAt, new Date(now - callerMs)), idle));
  });
}
