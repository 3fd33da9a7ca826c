import * as pg from "drizzle-orm/pg-core";
import * as sqlite from "drizzle-orm/sqlite-core";

/** The few kinds of column the portal uses, in PostgreSQL. Instants are UTC to the millisecond; money is integer pence. */
const pgKit = {
  table: pg.pgTable,
  index: pg.index,
  uniqueIndex: pg.uniqueIndex,
  primaryKey: pg.primaryKey,
  id: (name = "id") => pg.text(name).primaryKey(),
  text: (name: string) => pg.text(name),
  integer: (name: string) => pg.bigint(name, { mode: "number" }),
  real: (name: string) => pg.doublePrecision(name),
  boolean: (name: string) => pg.boolean(name),
  instant: (name: string) => pg.timestamp(name, { withTimezone: true, mode: "date", precision: 3 }),
  /** A calendar date in Europe/London, as `YYYY-MM-DD`. */
  date: (name: string) => pg.text(name),
  json: <T>(name: string) => pg.jsonb(name).$type<T>(),
};
export type Kit = typeof pgKit;

/** The same kinds in SQLite. A row has the same JavaScript values from both. */
const sqliteKit = {
  table: sqlite.sqliteTable,
  index: sqlite.index,
  uniqueIndex: sqlite.uniqueIndex,
  primaryKey: sqlite.primaryKey,
  id: (name = "id") => sqlite.text(name).primaryKey(),
  text: (name: string) => sqlite.text(name),
  integer: (name: string) => sqlite.integer(name),
  real: (name: string) => sqlite.real(name),
  boolean: (name: string) => sqlite.integer(name, { mode: "boolean" }),
  instant: (name: string) => sqlite.integer(name, { mode: "timestamp_ms" }),
  date: (name: string) => sqlite.text(name),
  json: (name: string) => sqlite.text(name, { mode: "json" }),
};

/** One owner's tables in both dialects. Repositories see the PostgreSQL types; the rows are the same. */
export interface Tables<T> {
  sqlite: T;
  postgres: T;
}

/**
 * Declares an owner's tables once, for both databases.
 * @example export const draftTables = declareTables((k) => ({ drafts: k.table("drafts", { id: k.id() }) }));
 */
export function declareTables<T extends Record<string, unknown>>(declare: (kit: Kit) => T): Tables<T> {
  return { postgres: declare(pgKit), sqlite: declare(sqliteKit as unknown as Kit) };
}
