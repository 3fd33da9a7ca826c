import { isDeepStrictEqual } from "node:util";
import { getTableColumns, inArray, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Database } from "~/platform/db/database.server";
import type { Tally } from "./import-report";

type Row = Record<string, unknown>;

/** Rows in one statement; with at most 12 columns this stays below what either database takes. */
export const chunkSize = 400;

/** The rows of a table with these values in a column, by that value. Inside a transaction. */
export async function rowsBy<R extends Row>(
  db: Database,
  table: PgTable,
  column: PgColumn,
  field: keyof R,
  values: unknown[],
): Promise<Map<unknown, R>> {
  const rows = (await db.q.select().from(table).where(inArray(column, values))) as R[];
  return new Map(rows.map((row) => [row[field], row]));
}

/**
 * Writes the rows that are new or differ from what is there, and counts. Columns that a row does not name are left alone.
 * Inside a transaction.
 * @param primary the name of the primary key, which every row has
 * @param existing the row that each one replaces, if any
 */
export async function mergeRows<R extends Row>(
  db: Database,
  table: PgTable,
  primary: keyof R & string,
  pairs: { row: R; existing?: Row }[],
  tally: Tally,
): Promise<void> {
  const write: R[] = [];
  for (const { row, existing } of pairs) {
    if (existing && Object.keys(row).every((field) => isDeepStrictEqual(existing[field], row[field]))) {
      tally.unchanged++;
      continue;
    }
    tally[existing ? "changed" : "added"]++;
    write.push(row);
  }
  if (write.length === 0) return;
  const columns: Record<string, PgColumn> = getTableColumns(table);
  await db.q
    .insert(table)
    .values(write)
    .onConflictDoUpdate({ target: columns[primary]!, set: excluded(columns, write[0]!, primary) });
}

function excluded(columns: Record<string, PgColumn>, row: Row, primary: string): Record<string, SQL> {
  const fields = Object.keys(row).filter((field) => field !== primary);
  return Object.fromEntries(fields.map((field) => [field, sql`excluded.${sql.identifier(columns[field]!.name)}`]));
}
