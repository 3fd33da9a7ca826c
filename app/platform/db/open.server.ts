import { join } from "node:path";
import type { Config } from "../config.server";
import type { Database } from "./database.server";

/** Where a database is: at an address, or else in a file. */
export interface DatabasePlace {
  url?: string | undefined;
  file: string;
}

/** Where the settings say that the portal's database is. */
export const placeOf = ({ databaseUrl, dataDir }: Pick<Config, "databaseUrl" | "dataDir">): DatabasePlace => ({
  url: databaseUrl,
  file: join(dataDir, "portal.sqlite"),
});

/** Opens a database: PostgreSQL where there is an address, else the embedded one. */
export async function openDatabase(settings: DatabasePlace): Promise<Database> {
  if (settings.url) return (await import("./postgres.server")).openPostgres(settings.url);
  return (await import("./sqlite.server")).openSqlite(settings.file);
}
