import type { Database } from "./database.server";

/** Opens the database that the settings name: PostgreSQL where there is an address, else the embedded one. */
export async function openDatabase(settings: { url?: string; file: string }): Promise<Database> {
  if (settings.url) return (await import("./postgres.server")).openPostgres(settings.url);
  return (await import("./sqlite.server")).openSqlite(settings.file);
}
