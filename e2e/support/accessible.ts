import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { findEqualAccessFaults } from "./equal-access";
import { type Part, takeApart } from "./structure";

const engine = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** axe and Equal Access find nothing on the page as it is now: WCAG 2.0 to 2.2, A and AA. It needs scripts: without them axe never ends. */
export async function expectAccessible(page: Page): Promise<void> {
  await isAccessible(page);
}

/** As {@link expectAccessible}. @returns whether nothing was found */
export async function isAccessible(page: Page): Promise<boolean> {
  const found = await findFaults(page);
  expect.soft(found, `axe found faults on ${page.url()}`).toEqual([]);
  return found.length === 0;
}

/** A tab that brings axe along wherever it goes: that takes a fifth of the time of putting it on each page. */
export const carryAxe = (page: Page): Promise<unknown> => page.addInitScript({ content: engine });

/** Whether something of this structure was found good before, in this run. */
export const isKnown = (structure: string): boolean => !process.env["SWEEP"] && existsSync(noteOf(structure));

/** From now on in this run, what has this structure counts as looked at. */
export const note = (structure: string): void => writeFileSync(noteOf(structure), "");

/**
 * What the engines find. In a run axe looks once at each part that is built alike, whichever page, language or worker has
 * it, and Equal Access once at each page whose forms, articles and other frames are alike; with `SWEEP=1` both look at all
 * there is. What was found wrong is not noted, so it is found wherever it stands.
 */
export async function findFaults(page: Page): Promise<string[]> {
  const parts = await page.evaluate(takeApart);
  const fresh = parts.filter(({ structure }) => !isKnown(structure));
  const frames = parts.flatMap(({ structure, isFrame }) => (isFrame ? structure : [])).join("\n\n");
  const found = [
    ...(fresh.length > 0 ? await findAxeFaults(page, fresh.length < parts.length ? fresh : []) : []),
    ...(!isKnown(frames) ? await findEqualAccessFaults(page) : []),
  ];
  if (found.length === 0) for (const structure of [frames, ...fresh.map((part) => part.structure)]) note(structure);
  return found;
}

/** @param parts what axe looks at; without any, the whole page */
async function findAxeFaults(page: Page, parts: Part[]): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(`${engine}; undefined`);
  const violations = await page.evaluate(
    async ({ include, tags }) => {
      const { axe } = window as unknown as { axe: typeof import("axe-core") };
      // Only what is found is worked out in full, and nothing is fetched for rules that are not asked for.
      const run = { resultTypes: ["violations" as const], preload: false, runOnly: tags };
      const { violations } = await axe.run(include.length > 0 ? { include } : document, run);
      return violations;
    },
    { include: parts.map(({ selector }) => selector), tags },
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      (node) =>
        `${id}: ${help}\n    ${node.target.join(" ")}\n    ${node.html.slice(0, 200)}\n    ${node.any[0]?.message ?? ""}`,
    ),
  );
}

/** Which words are lighter or darker than their ground by less than 7 to 1. */
export async function findPoorContrast(page: Page): Promise<string[]> {
  await page.evaluate(`${engine}; undefined`);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import("axe-core") };
    const { violations } = await axe.run(document, { runOnly: { type: "rule", values: ["color-contrast-enhanced"] } });
    return violations.flatMap(({ nodes }) => nodes.map((node) => `${node.html.slice(0, 150)} ${node.any[0]?.message}`));
  });
}

/** The file that says that a part of this structure was found good. Playwright empties its folder before each run. */
function noteOf(structure: string): string {
  const folder = join(test.info().project.outputDir, "seen");
  mkdirSync(folder, { recursive: true });
  return join(folder, createHash("sha256").update(structure).digest("hex"));
}

/** Nothing is wider than the window, so nobody scrolls sideways to read. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  expect.soft(await page.evaluate(findWide), `${page.url()} scrolls sideways`).toEqual([]);
}

/** What makes a page wider than its window. It runs in the browser. */
export function findWide(): string[] {
  const { clientWidth, scrollWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const elements = [...document.querySelectorAll("body *")].filter((element) => {
    const { left, right } = element.getBoundingClientRect();
    return right > clientWidth + 1 || left < -1;
  });
  const shown = elements.slice(-3).map((element) => element.outerHTML.slice(0, 120));
  return [`the page is ${scrollWidth} px wide in a window of ${clientWidth} px`, ...shown];
}
