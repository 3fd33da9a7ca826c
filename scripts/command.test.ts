import { execFile } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import SQLite from "better-sqlite3";
import { afterAll, expect, inject, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "myaccount-command-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a command on a folder of its own, where at first there is no portal, as an operator does who forgot its settings. */
const run = (script: string, words: string[]) =>
  promisify(execFile)(process.execPath, ["node_modules/tsx/dist/cli.mjs", `scripts/${script}.ts`, ...words], {
    env: { PATH: process.env["PATH"], NODE_ENV: "development", DATA_DIR: join(folder, script) },
  }).then(
    ({ stdout }) => `went well: ${stdout}`,
    (error: { stderr: string }) => error.stderr,
  );

// Each is a process of its own, which a busy machine is slow to start.
it.each([
  ["verify-audit", []],
  ["tidy-emails", []],
  ["import-places", ["--addresses", "addresses.csv"]],
])("%s makes no database where there is none, and says what to do", { timeout: 180_000 }, async (script, words) => {
  expect(await run(script, words)).toMatch(/^The portal cannot start:\n {2}- DATA_DIR \(.*\) holds no database/);
  expect(existsSync(join(folder, script))).toBe(false);
});

/** Makes a portal's database of another release where a command looks for one. @returns what reads its last migration */
function makeOther(script: string, change: string) {
  const place = join(folder, script);
  mkdirSync(place, { recursive: true });
  copyFileSync(inject("databases").sqliteTemplate, join(place, "portal.sqlite"));
  const read = (statement: string) => {
    const db = new SQLite(join(place, "portal.sqlite"));
    const rows = statement.startsWith("select") ? db.prepare(statement).all() : db.exec(statement);
    db.close();
    return rows;
  };
  read(change);
  return () => read("select max(created_at) from __drizzle_migrations");
}

const last = "(select max(created_at) from __drizzle_migrations)";
const asked = "--email sam@example.org --name Sam".split(" ");

it.each([
  ["verify-audit", [], `delete from __drizzle_migrations where created_at = ${last}`, /first start the portal of this/],
  ["admin", asked, `delete from __drizzle_migrations where created_at = ${last}`, /first start the portal of this/],
  [
    "tidy-emails",
    [],
    `update __drizzle_migrations set created_at = ${last} + 1`,
    /in the folder of the release that runs/,
  ],
])(
  "%s leaves the database of another release as it is, and says what to do",
  { timeout: 180_000 },
  async (script, words, change, said) => {
    const lastOf = makeOther(script, change);
    const before = lastOf();
    expect(await run(script, words)).toMatch(said);
    expect(lastOf()).toEqual(before);
  },
);
