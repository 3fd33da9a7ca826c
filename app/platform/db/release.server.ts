import { existsSync } from "node:fs";
import SQLite from "better-sqlite3";
import { readMigrationFiles } from "drizzle-orm/migrator";
import pg from "pg";
import { explainClosed, migrationsOf } from "./migrate.server";
import type { DatabasePlace } from "./open.server";

/**
 * How a database stands to this release: it holds nothing yet, is as this release has it, or was brought up to date by an
 * earlier or a later one. Nothing in it is changed.
 * @throws ConfigError where it cannot be opened
 */
export async function findRelease(place: DatabasePlace): Promise<"none" | "same" | "earlier" | "later"> {
  const ours = readMigrationFiles({ migrationsFolder: migrationsOf(place) }).at(-1)!.folderMillis;
  const last = await explainClosed(place, () => (place.url ? lastInPostgres(place.url) : lastInSqlite(place.file)));
  if (last === undefined) return "none";
  if (last === ours) return "same";
  return last < ours ? "earlier" : "later";
}

/** When the newest migration that a database has was made. */
async function lastInPostgres(url: string): Promise<number | undefined> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: known } = await client.query("select to_regclass('drizzle.__drizzle_migrations') as found");
    if (!known[0]?.found) return undefined;
    const { rows } = await client.query("select max(created_at) as last from drizzle.__drizzle_migrations");
    return rows[0]?.last === null ? undefined : Number(rows[0]?.last);
  } finally {
    await client.end();
  }
}

async function lastInSqlite(file: string): Promise<number | undefined> {
  if (!existsSync(file)) return undefined;
  const connection = new SQLite(file, { timeout: 10_000 });
  try {
    const isKnown = connection.prepare("select 1 from sqlite_schema where name = '__drizzle_migrations'").get();
    if (!isKnown) return undefined;
    const row = connection.prepare("select max(created_at) as last from __drizzle_migrations").get();
    return (row as { last: number | null }).last ?? undefined;
  } finally {
    connection.close();
  }
}
