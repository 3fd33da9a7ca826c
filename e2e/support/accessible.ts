import { createHash } from "node:crypto";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { findEqualAccessFaults } from "./equal-access";
import { type Part, takeApart } from "./structure";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** axe and Equal Access find nothing on the page as it is now: WCAG 2.0 to 2.2, A and AA. It needs scripts: without them axe never ends. */
export async function expectAccessible(page: Page): Promise<void> {
  expect.soft(await findFaults(page), `axe found faults on ${page.url()}`).toEqual([]);
}

/**
 * What the engines find. In a run axe looks once at each part that is built alike, whichever page, language or worker has
 * it, and Equal Access once at each page whose forms, articles and other frames are alike; with `SWEEP=1` both look at all
 * there is. What was found wrong is not noted, so it is found wherever it stands.
 */
export async function findFaults(page: Page): Promise<string[]> {
  const parts = await page.evaluate(takeApart);
  const isFresh = (structure: string) => Boolean(process.env["SWEEP"]) || !existsSync(noteOf(structure));
  const fresh = parts.filter(({ structure }) => isFresh(structure));
  const frames = parts.flatMap(({ structure, isFrame }) => (isFrame ? structure : [])).join("\n\n");
  const found = [
    ...(fresh.length > 0 ? await findAxeFaults(page, fresh.length < parts.length ? fresh : []) : []),
    ...(isFresh(frames) ? await findEqualAccessFaults(page) : []),
  ];
  if (found.length === 0)
    for (const structure of [frames, ...fresh.map((part) => part.structure)]) writeFileSync(noteOf(structure), "");
  return found;
}

/** @param parts what axe looks at; without any, the whole page */
async function findAxeFaults(page: Page, parts: Part[]): Promise<string[]> {
  // Legacy mode checks in the page itself; the other opens a further page for frames, and there are none.
  // Only what is found is worked out in full: it takes a seventh less time.
  const builder = new AxeBuilder({ page })
    .options({ resultTypes: ["violations"] })
    .setLegacyMode()
    .withTags(tags);
  for (const { selector } of parts) builder.include(selector);
  const { violations } = await builder.analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      (node) =>
        `${id}: ${help}\n    ${node.target.join(" ")}\n    ${node.html.slice(0, 200)}\n    ${node.any[0]?.message ?? ""}`,
    ),
  );
}

/** The file that says that a part of this structure was found good. Playwright empties its folder before each run. */
function noteOf(structure: string): string {
  const folder = join(test.info().project.outputDir, "seen");
  mkdirSync(folder, { recursive: true });
  return join(folder, createHash("sha256").update(structure).digest("hex"));
}

/** Nothing is wider than the window, so nobody scrolls sideways to read. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const wide = await page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const elements = [...document.querySelectorAll("body *")].filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return right > clientWidth + 1 || left < -1;
    });
    const shown = elements.slice(-3).map((element) => element.outerHTML.slice(0, 120));
    return [`the page is ${scrollWidth} px wide in a window of ${clientWidth} px`, ...shown];
  });
  expect.soft(wide, `${page.url()} scrolls sideways`).toEqual([]);
}
