import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const files = globSync("app/**/*.{ts,tsx}", { cwd: root }).filter((file) => !/\.test\.tsx?$|\/testing\//.test(file));

/** What a reader would do to forgive a slip on its own. */
const own = /\.normalize\(|plainDigits|\\p\{(?:Cf|DI|Pd|Nd)\}|\\u200[b-f]|\\ufeff/i;
const findOwn = (source: string) => source.split("\n").filter((line) => own.test(line));

it("what people type is put right in one place, and by no reader on its own", () => {
  const found = files.filter((file) => findOwn(readFileSync(join(root, file), "utf8")).length > 0);
  expect(found.sort()).toEqual([
    // A letter's lines are laid out without the marks that steer them.
    "app/features/letters/lines.ts",
    // A file begins with a mark of its own.
    "app/features/places/import/import-wards.server.ts",
    "app/features/places/import/read-csv.server.ts",
    "app/platform/digits.ts",
    "app/platform/typed.ts",
  ]);
});

it.each(['typed.normalize("NFC")', "plainDigits(typed)", String.raw`typed.replace(/\p{Cf}/gu, "")`])(
  "would be found: %s",
  (line) => expect(findOwn(line)).toHaveLength(1),
);
