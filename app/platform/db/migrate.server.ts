import { dirname, resolve } from "node:path";
import SQLite from "better-sqlite3";
import { sql } from "drizzle-orm";
import pg from "pg";
import { ConfigError } from "../config.server";
import { claimSqlite } from "../own-files.server";
import type { DatabasePlace } from "./open.server";

/** The frozen SQL that this release has for a database. */
export const migrationsOf = ({ url }: Pick<DatabasePlace, "url">): string =>
  resolve("db/migrations", url ? "postgres" : "sqlite");

/**
 * Brings a database up to the newest frozen SQL under `db/migrations`. Several nodes may start at once:
 * PostgreSQL lets one of them in at a time, SQLite locks its file.
 * @throws ConfigError where the database is older than the first frozen SQL: nothing in it is touched; and where it
 * cannot be opened
 */
export async function migrateDatabase(settings: DatabasePlace): Promise<void> {
  try {
    await explainClosed(settings, () => (settings.url ? migratePostgres(settings.url) : migrateSqlite(settings.file)));
  } catch (error) {
    if (error instanceof ConfigError || !isThereAlready(error)) throw error;
    throw new ConfigError([
      `The database of ${nameOf(settings)} was made by an early version, which cannot be brought up to date: begin with an empty one.`,
    ]);
  }
}

/**
 * Does something with a database.
 * @throws ConfigError where it cannot be opened, with the setting that says where it is
 */
export async function explainClosed<T>(place: DatabasePlace, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isClosed(error)) throw error;
    const whose = place.url ? "" : " It must belong to the user that the portal runs as.";
    throw new ConfigError([`The database of ${nameOf(place)} cannot be opened: ${messageOf(error)}.${whose}`]);
  }
}

const nameOf = ({ url, file }: DatabasePlace): string => (url ? "DATABASE_URL" : `DATA_DIR (${dirname(file)})`);

/** Away, elsewhere, or not for us: SQLSTATE 28 (who asks), 3D (no such database) and 57P03 (starting or ending), and what a system says. */
const isClosed = (error: unknown): error is Error =>
  error instanceof Error &&
  /^(28|3D|57P03|SQLITE_CANTOPEN|SQLITE_READONLY|E[A-Z]{3,}$)/.test(String((error as { code?: unknown }).code));

/** Of several tries, as with a name of two addresses, the first one's. */
const messageOf = (error: Error): string =>
  error instanceof AggregateError ? error.errors[0]?.message : error.message;

/** A first table that is there without having been written down as made. */
const isThereAlready = (error: unknown): boolean =>
  error instanceof Error && (/already exists/.test(error.message) || isThereAlready(error.cause));

async function migrateSqlite(file: string): Promise<void> {
  const { drizzle } = await import("drizzle-orm/better-sqlite3");
  const { migrate } = await import("drizzle-orm/better-sqlite3/migrator");
  claimSqlite(file);
  const connection = new SQLite(file);
  try {
    connection.pragma("journal_mode = WAL");
    connection.pragma("busy_timeout = 10000");
    migrate(drizzle(connection), { migrationsFolder: migrationsOf({}) });
  } finally {
    connection.close();
  }
}

/** Any number that nothing else locks on. */
const lockNumber = 6_422_517;

async function migratePostgres(url: string): Promise<void> {
  const { drizzle } = await import("drizzle-orm/node-postgres");
  const { migrate } = await import("drizzle-orm/node-postgres/migrator");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const db = drizzle(client);
    await db.execute(sql`select pg_advisory_lock(${lockNumber})`);
    await migrate(db, { migrationsFolder: migrationsOf({ url }) });
  } finally {
    await client.end();
  }
}
