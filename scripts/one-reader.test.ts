import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const files = globSync("app/**/*.{ts,tsx}", { cwd: root }).filter((file) => !/\.test\.tsx?$|\/testing\//.test(file));

/** What a reader would do to forgive a slip on its own. */
const own = /\.normalize\(|toWellFormed|plainDigits|\\p\{(?:Cf|DI|Pd|Nd)\}|\\u200[b-f]|\\ufeff/i;
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

/** What a form or an address holds, taken as it was sent: however long, and before anything cut it. */
const raw =
  /(?:\b(?:form|formData|query|asked|params|searchParams)|readForm\(request\)\)|URLSearchParams\([^)]*\)\))\.get(?:All)?\(/;
const findRaw = (source: string) => source.split("\n").filter((line) => raw.test(line));

it("what was sent in a form or an address is taken in one place, which cuts it before anything looks at it", () => {
  // The questions of a service read what `readForm` of the flow has cut.
  const others = files.filter((file) => !/^app\/flow\/questions\/.*\.tsx$/.test(file));
  const found = others.filter((file) => findRaw(readFileSync(join(root, file), "utf8")).length > 0);
  expect(found.sort()).toEqual([]);
});

it.each([
  'plainTyped(String(form.get("code") ?? ""))',
  '(await readForm(request)).get("code")',
  'context.url.searchParams.get("q")',
  'asked.getAll("next")',
])("would be found: %s", (line) => expect(findRaw(line)).toHaveLength(1));

it.each([
  'typed.normalize("NFC")',
  "plainDigits(typed)",
  "typed.toWellFormed()",
  String.raw`typed.replace(/\p{Cf}/gu, "")`,
])("would be found: %s", (line) => expect(findOwn(line)).toHaveLength(1));
