import { and, asc, gt, lt, lte, type SQL } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Database } from "./database.server";

/** Rows of one transaction. Whoever else wants to write comes in between. */
const batch = 500;

/**
 * Removes the rows whose instant is past, few at a time, however many there are.
 * @param instant a column that an index orders by, after those that `of` compares
 * @param remove what is done in the transaction of a batch, where it is more than removing
 */
export async function removeOverdue<T extends PgTable>(
  db: Database,
  { from, instant, before, of }: { from: T; instant: PgColumn; before: Date; of?: SQL | undefined },
  remove: (which: SQL) => Promise<unknown> = (which) => db.q.delete(from).where(which),
): Promise<void> {
  for (;;) {
    const [last] = await db.q
      .select({ instant })
      .from(from as PgTable)
      .where(and(of, lt(instant, before)))
      .orderBy(asc(instant))
      .limit(1)
      .offset(batch - 1);
    const until = last ? lte(instant, last.instant as Date) : lt(instant, before);
    await db.transaction(() => remove(and(of, until)!));
    if (!last) return;
  }
}

/**
 * Looks through the rows of a table that have come to a condition, few at a time, in the order of their ids.
 * @param of a condition that most of the rows meet which are looked at
 */
export async function walkRows(
  db: Database,
  { from, id, of }: { from: PgTable; id: PgColumn; of: SQL | undefined },
  look: (ids: string[]) => Promise<unknown>,
): Promise<void> {
  let last = "";
  for (;;) {
    const rows = await db.q
      .select({ id })
      .from(from)
      .where(and(gt(id, last), of))
      .orderBy(asc(id))
      .limit(batch);
    if (rows.length > 0) await look(rows.map((row) => String(row.id)));
    if (rows.length < batch) return;
    last = String(rows.at(-1)!.id);
  }
}
