import { expect, type Page } from "@playwright/test";

/** What has the focus can be seen, and looks different from what it is without. */
export async function expectFocusShows(page: Page): Promise<void> {
  const shown = await page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    if (element === document.body) return "";
    const look = (one: Element) => {
      const { outlineStyle, outlineWidth, outlineColor, boxShadow, backgroundColor, borderColor } =
        getComputedStyle(one);
      return [outlineStyle, outlineWidth, outlineColor, boxShadow, backgroundColor, borderColor].join();
    };
    // The box of a radio or a checkbox is drawn by its label.
    const drawn = () =>
      [
        look(element),
        ...["::before", "::after"]
          .map((part) => getComputedStyle(element.nextElementSibling ?? element, part))
          .map(({ boxShadow, outlineStyle, outlineWidth }) => [boxShadow, outlineStyle, outlineWidth].join()),
        element.nextElementSibling ? look(element.nextElementSibling) : "",
      ].join();
    const focused = drawn();
    const box = element.getBoundingClientRect();
    element.blur();
    const blurred = drawn();
    element.focus();
    const isSeen = box.width > 0 && box.height > 0;
    return isSeen && focused !== blurred ? "" : element.outerHTML.slice(0, 150);
  });
  expect(shown, `the focus does not show on ${page.url()}`).toBe("");
}

/** Nothing lies over what has the focus, such as a bar that stays where it is. */
export async function expectFocusUncovered(page: Page): Promise<void> {
  const over = await page.evaluate(() => {
    const focused = document.activeElement!;
    const label = (focused as HTMLInputElement).labels?.[0];
    const { left, right, top, bottom } = focused.getBoundingClientRect();
    const seen = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    if (!seen || focused.contains(seen) || seen.contains(focused) || label?.contains(seen)) return "";
    return `${focused.outerHTML.slice(0, 150)} lies below ${seen.outerHTML.slice(0, 150)}`;
  });
  expect(over, `the focus is covered on ${page.url()}`).toBe("");
}
