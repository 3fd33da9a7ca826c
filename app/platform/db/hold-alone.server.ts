import { dirname } from "node:path";
import SQLite from "better-sqlite3";
import { ConfigError } from "../config.server";
import { claimFile } from "../own-files.server";

/**
 * Holds an embedded database for one portal until that is over, however it ends: a second one, such as the next release
 * while this one still serves, must not migrate it meanwhile. Commands are not held off.
 * @returns what lets go of it
 * @throws ConfigError where another portal holds it
 */
export function holdAlone(file: string): () => void {
  const folder = dirname(file);
  let lock: SQLite.Database | undefined;
  try {
    claimFile(`${file}-lock`);
    // The system lets go of its lock when the process ends, by whatever.
    lock = new SQLite(`${file}-lock`, { timeout: 0 });
    lock.exec("begin exclusive");
  } catch (error) {
    lock?.close();
    const { code, message } = error as { code?: string; message: string };
    throw new ConfigError([
      code === "SQLITE_BUSY"
        ? `The database of DATA_DIR (${folder}) is in use by a portal that runs: stop that one first. Several at once need PostgreSQL: set DATABASE_URL.`
        : `The folder of DATA_DIR (${folder}) cannot be written to: ${message}. It and all in it must belong to the user that the portal runs as.`,
    ]);
  }
  const held = lock;
  return () => held.close();
}
