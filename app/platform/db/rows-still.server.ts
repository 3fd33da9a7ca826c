import { and, inArray, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";

/**
 * The rows of these ids that still meet the condition by which they were found.
 *
 * They are found by their ids, and the condition is only looked at: written as it is, SQLite would rather take its index,
 * and read all rows that meet it to change a few.
 */
export const rowsStill = (id: PgColumn, ids: unknown[], condition: SQL): SQL =>
  and(inArray(id, ids), sql`case when ${condition} then 1 else 0 end = 1`)!;
