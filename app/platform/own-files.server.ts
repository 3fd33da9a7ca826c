import { randomUUID } from "node:crypto";
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, statSync } from "node:fs";
import { opendir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

const ownFile = 0o600;
const ownFolder = 0o700;
/** What a group and all others may do. */
const others = 0o077;

/**
 * Sees to it that a file is its owner's alone, whatever the umask: it is made empty where it is not there, so that
 * nothing is written before.
 */
export function claimFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: ownFolder });
  if (!existsSync(file)) closeSync(openSync(file, "a", ownFile));
  close(file, ownFile);
}

/** The same for an SQLite database. SQLite gives what it keeps beside the file the rights of the file itself. */
export function claimSqlite(file: string): void {
  claimFile(file);
  for (const beside of ["-wal", "-shm", "-journal"]) if (existsSync(file + beside)) close(file + beside, ownFile);
}

/** Sees to it that a folder and what is in it are their owner's alone. What was closed once is not gone through again. */
export async function claimFolder(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: ownFolder });
  if (!isOpen(folder)) return;
  for await (const { name } of await opendir(folder)) close(join(folder, name), ownFile);
  // Last, as the sign that all within are closed.
  close(folder, ownFolder);
}

/** Sees that files can be put into a folder, as they cannot where it was put back as somebody else's. A full disk is no fault of it. */
export async function tryFolder(folder: string): Promise<void> {
  const file = join(folder, `.tried-${randomUUID()}`);
  try {
    await writeFile(file, "", { mode: ownFile });
    await rm(file);
  } catch (error) {
    if (!/^(ENOSPC|EDQUOT)$/.test(String((error as { code?: unknown }).code))) throw error;
  }
}

const isOpen = (path: string): boolean => process.platform !== "win32" && (statSync(path).mode & others) !== 0;

function close(path: string, mode: number): void {
  if (isOpen(path)) chmodSync(path, mode);
}
