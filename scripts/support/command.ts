import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { type Config, ConfigError, loadConfig } from "~/platform/config.server";
import type { Database } from "~/platform/db/database.server";
import { migrateDatabase } from "~/platform/db/migrate.server";
import { openDatabase, placeOf } from "~/platform/db/open.server";

/**
 * Opens the portal's database for a command. One that is not there is not made: whoever forgot the settings would be
 * told of an empty one that all is well.
 */
export async function openPortal(): Promise<{ config: Config; db: Database }> {
  const folder = resolve(process.env["DATA_DIR"] || "data");
  const { url, file } = placeOf({ databaseUrl: process.env["DATABASE_URL"], dataDir: folder });
  if (!url && !existsSync(file))
    throw new ConfigError([
      `DATA_DIR (${folder}) holds no database: give this command the settings of the portal, which makes one at its first start.`,
    ]);
  const config = loadConfig();
  const place = placeOf(config);
  await migrateDatabase(place);
  return { config, db: await openDatabase(place) };
}

/** Runs a command. What its caller can put right is told in a sentence, all else with where it happened. */
export function runCommand(main: () => Promise<void>): void {
  main().catch((error: unknown) => {
    console.error(isExpected(error) ? error.message : error);
    process.exitCode = 1;
  });
}

/** A setting, an option, or a file or address of the machine's. */
function isExpected(error: unknown): error is Error {
  const { name, code, syscall } = error as { name?: string; code?: unknown; syscall?: string };
  return (
    name === "ConfigError" || name === "ImportError" || syscall !== undefined || /^ERR_PARSE_ARGS/.test(String(code))
  );
}
