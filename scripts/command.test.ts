import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "myaccount-command-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a command where there is no portal, as an operator does who forgot its settings. */
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
