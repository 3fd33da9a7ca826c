import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { type Config, ConfigError, loadConfig } from "~/platform/config.server";
import type { Database } from "~/platform/db/database.server";
import { type DatabasePlace, openDatabase, placeOf } from "~/platform/db/open.server";
import { findRelease } from "~/platform/db/release.server";

/**
 * Opens the portal's database for a command. One that is not there is not made: whoever forgot the settings would be
 * told of an empty one that all is well.
 */
export async function openPortal(): Promise<{ config: Config; db: Database }> {
  const folder = resolve(process.env["DATA_DIR"] || "data");
  const { url, file } = placeOf({ databaseUrl: process.env["DATABASE_URL"], dataDir: folder });
  const none = new ConfigError([
    `${url ? "DATABASE_URL" : `DATA_DIR (${folder})`} holds no database: give this command the settings of the portal, which makes one at its first start.`,
  ]);
  // Before the settings are read, which keeps a secret there.
  if (!url && !existsSync(file)) throw none;
  const config = loadConfig();
  if ((await knowRelease(placeOf(config))) === "none") throw none;
  return { config, db: await openDatabase(placeOf(config)) };
}

/**
 * Tells whether there is a database. A command never brings one up to date: a portal of the release before may run on it.
 * @throws ConfigError where it is another release's, with what to do
 */
export async function knowRelease(place: DatabasePlace): Promise<"none" | "same"> {
  const release = await findRelease(place);
  if (release === "earlier")
    throw new ConfigError([
      "The database is of an earlier release than this command: first start the portal of this release, which brings it up to date.",
    ]);
  if (release === "later")
    throw new ConfigError([
      "The database is of a later release than this command: give the command in the folder of the release that runs.",
    ]);
  return release;
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
