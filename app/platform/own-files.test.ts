import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, it } from "vitest";
import { addUpload } from "../flow/uploads/uploads.server";
import { openHouse } from "../house.server";
import { picture } from "../testing/filler";
import { loadConfig } from "./config.server";

const folder = mkdtempSync(join(tmpdir(), "myaccount-own-"));
const umask = process.umask(0);
afterAll(() => {
  process.umask(umask);
  rmSync(folder, { recursive: true, force: true });
});
let DATA_DIR = "";
beforeEach(() => {
  DATA_DIR = join(folder, String(Math.random()), "data");
});

/** Starts a portal, and tells what others than its owner could read, write or enter while it runs. */
async function findOpen(): Promise<string[]> {
  const house = await openHouse(loadConfig({ DATA_DIR, LOG_LEVEL: "silent" }));
  // Its bytes are on the disk before its row, which no draft takes here.
  await addUpload(house, { draftId: "none", questionId: "photo" }, picture(), { who: "a", network: "n" });
  const all = ["", ...(readdirSync(DATA_DIR, { recursive: true }) as string[])];
  const open = all.filter((path) => (statSync(join(DATA_DIR, path)).mode & 0o077) !== 0);
  await house.db.close();
  expect(all.some((path) => /^uploads.[0-9a-f-]{36}$/.test(path))).toBe(true);
  expect(all).toEqual(expect.arrayContaining(["portal.sqlite", "portal.sqlite-wal", "portal.sqlite-shm", "secret"]));
  return open;
}

it("what the portal writes is its owner's alone, whatever the umask", async () => {
  expect(await findOpen()).toEqual([]);
  expect(await findOpen()).toEqual([]);
});

it("what an earlier version left open is closed at the start", async () => {
  await findOpen();
  const uploads = join(DATA_DIR, "uploads");
  writeFileSync(join(uploads, "a-file"), "a photo");
  for (const path of readdirSync(DATA_DIR, { recursive: true }) as string[]) chmodSync(join(DATA_DIR, path), 0o644);
  chmodSync(uploads, 0o755);
  expect(await findOpen()).toEqual([]);
});
