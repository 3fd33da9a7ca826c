import { and, asc, gt, gte, lt, type SQL } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Database } from "./database.server";
import { rowsStill } from "./rows-still.server";

/** Rows of one transaction. Whoever else wants to write comes in between. */
const batch = 100;

interface Overdue {
  from: PgTable;
  /** What the rows of a batch are named by. */
  id: PgColumn;
  /** An index orders by it, after what `of` compares. */
  instant: PgColumn;
  before: Date;
  of?: SQL | undefined;
}

/**
 * Removes the rows whose instant is past, few at a time, however many there are.
 * @param remove what is done in the transaction of a batch, where it is more than removing
 */
export async function removeOverdue(
  db: Database,
  { from, id, instant, before, of }: Overdue,
  remove: (which: SQL) => Promise<unknown> = (which) => db.q.delete(from).where(which),
): Promise<void> {
  const isOverdue = and(of, lt(instant, before))!;
  // From the last batch on: as long as somebody else reads, such as a backup, PostgreSQL would pass by all that is gone.
  let last: unknown;
  for (;;) {
    const rest = last ? and(isOverdue, gte(instant, last)) : isOverdue;
    const rows = await db.q.select({ id, instant }).from(from).where(rest).orderBy(asc(instant)).limit(batch);
    const ids = rows.map((row) => row.id);
    last = rows.at(-1)?.instant;
    // Asked once more: somebody may have come back meanwhile.
    if (ids.length > 0) await db.transaction(() => remove(rowsStill(id, ids, isOverdue)));
    if (ids.length < batch) return;
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
