import { expect, it } from "vitest";
import { readLocales } from "../platform/i18n/i18n.server";

/** What nothing in the portal does: where it comes to do one of these, the words may say so, and it leaves this list. */
const undone =
  /\bby post\b|beforehand|\breminders?\b|\b(6|six) years\b|once a year|answer letters|text you|open (it|your \w+) again|\bchange (the|your|this) (appointment|booking)\b/i;

function textsIn(value: unknown, path: string): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, `${path}.${key}`));
}

it("no text promises what the portal does not do", () => {
  const promised = Object.entries(readLocales().en)
    .flatMap(([file, texts]) => textsIn(texts, file))
    // What people search for is no promise; nor is what we ask of them.
    .filter(
      ([path, text]) =>
        !path.endsWith(".keywords") && undone.test(text) && !/^Do not send|Do not send money/.test(text),
    )
    .map(([path, text]) => `${path}: ${text}`);
  expect(promised).toEqual([]);
});
