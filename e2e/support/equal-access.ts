import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";

/** IBM's Equal Access engine, which knows things that axe does not: forms and articles that nobody can tell apart. */
const engine = readFileSync(createRequire(import.meta.url).resolve("accessibility-checker-engine/ace.js"), "utf8");

interface Ace {
  Checker: new () => { check(node: Document, policies: string[]): Promise<{ results: Found[] }> };
}
interface Found {
  ruleId: string;
  message: string;
  snippet: string;
  /** How sure it is, and what came out; what only a person can judge is not `FAIL`. */
  value: [string, string];
}

/**
 * Where it is stricter than the standards. It refuses `autocomplete="username"` for an email, which the HTML standard
 * allows; axe looks at these by the standard. It wants the questions about each of several people to have names of their
 * own, though a named group around them tells them apart.
 */
const mistaken = new Set(["input_autocomplete_valid", "fieldset_label_valid"]);

/** What the engine finds on a page that breaks WCAG 2.2, for sure. */
export async function findEqualAccessFaults(page: Page): Promise<string[]> {
  await page.evaluate(`${engine}; window.ace = ace; undefined`);
  const found = await page.evaluate(async () => {
    const { Checker } = (window as unknown as { ace: Ace }).ace;
    const { results } = await new Checker().check(document, ["WCAG_2_2"]);
    return results.filter(({ value: [kind, outcome] }) => kind === "VIOLATION" && outcome === "FAIL");
  });
  return found
    .filter(({ ruleId }) => !mistaken.has(ruleId))
    .map(({ ruleId, message, snippet }) => `${ruleId}: ${message}\n    ${snippet.slice(0, 200)}`);
}
