import { type SQL, sql } from "drizzle-orm";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import type { Tables } from "~db/schema/kit";

/** The query builder that all repositories are written against: PostgreSQL's, less what SQLite has not got. */
export type Query = Omit<
  PgDatabase<PgQueryResultHKT, Record<string, never>>,
  "transaction" | "execute" | "refreshMaterializedView" | "selectDistinctOn" | "query"
>;

/** One query layer over two databases. */
export interface Database {
  dialect: "sqlite" | "postgres";
  /** Inside a transaction: that transaction. Outside: committed data, for reading only. */
  readonly q: Query;
  /** This dialect's instance of an owner's tables. */
  tables<T>(owner: Tables<T>): T;
  /** All writes happen here. A nested call joins the outer transaction; a throw rolls the whole of it back. */
  transaction<T>(work: () => Promise<T>): Promise<T>;
  /** Runs a query that is asked all the time: built and prepared once, then only filled in. */
  run<Values, Row>(query: HotQuery<Values, Row>, values: Values): Promise<Row[]>;
  /** Rows of a statement that no builder makes. The SQL must mean the same in both dialects. */
  rows<T>(statement: SQL): Promise<T[]>;
  /**
   * Runs one statement on a connection of its own, beside all transactions, and gives up within a second: for counts that
   * several nodes share. Only where several nodes can share a database.
   */
  apart?(text: string, values: unknown[]): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

/**
 * A query that nearly every request asks. Building one takes longer than running it, so it is built once for each
 * connection. Its values are blanks; only a text may be null.
 * @example
 * const rowById: HotQuery<{ id: string }, Row> = (q, db) => {
 *   const { rows } = db.tables(ownTables);
 *   return q.select().from(rows).where(eq(rows.id, blank("id")));
 * };
 * const [row] = await db.run(rowById, { id });
 */
export type HotQuery<Values, Row> = ((q: Query, db: Database) => { prepare(name: string): Prepared }) & {
  /** These two are never there: they say what goes in and what comes out. */
  readonly values?: Values;
  readonly row?: Row;
};

export interface Prepared {
  execute(values?: Record<string, unknown>): PromiseLike<unknown>;
}

/** A value of a hot query that is filled in when it runs: it stands where a value of the column's own type would. */
export const blank = <T>(name: string): T => sql.placeholder(name) as T;

/** A blank for each column of a row, by its name. */
export const blanks = <Row>(): { [Column in keyof Row]-?: Row[Column] } =>
  new Proxy({}, { get: (_none, name) => blank(String(name)) }) as never;

/** Whether a failed write met a row that is already there (a unique or primary key). */
export function isDuplicate(error: unknown): boolean {
  const code = errorCode(error);
  return code === "23505" || code === "SQLITE_CONSTRAINT_UNIQUE" || code === "SQLITE_CONSTRAINT_PRIMARYKEY";
}

/** The database's own code of an error, whichever layer wrapped it. */
export function errorCode(error: unknown): string | undefined {
  const outer = error as { code?: string; cause?: { code?: string } } | undefined;
  return outer?.cause?.code ?? outer?.code;
}
