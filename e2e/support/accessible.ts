import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** axe finds nothing on the page as it is now: WCAG 2.0 to 2.2, A and AA. It needs scripts: without them axe never ends. */
export async function expectAccessible(page: Page, { leaveOutFrame = false } = {}): Promise<void> {
  // Legacy mode checks in the page itself; the other opens a further page for frames, and there are none.
  // Only what is found is worked out in full: it takes a seventh less time.
  const builder = new AxeBuilder({ page })
    .options({ resultTypes: ["violations"] })
    .setLegacyMode()
    .withTags(tags);
  if (leaveOutFrame) builder.exclude("body > header").exclude("body > footer");
  const { violations } = await builder.analyze();
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      (node) =>
        `${id}: ${help}\n    ${node.target.join(" ")}\n    ${node.html.slice(0, 200)}\n    ${node.any[0]?.message ?? ""}`,
    ),
  );
  expect.soft(found, `axe found faults on ${page.url()}`).toEqual([]);
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
