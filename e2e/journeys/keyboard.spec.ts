import type { Page } from "@playwright/test";
import { expectFocusShows } from "../support/focus";
import { arriveAt, readReference } from "../support/steps";
import { expect, test } from "../support/test";

const mostTabs = 60;

/** Presses Tab until something of this role and name has the focus, which must show. */
async function tabTo(
  page: Page,
  role: "link" | "button" | "radio" | "textbox" | "searchbox",
  name: string | RegExp,
): Promise<void> {
  const target = page.getByRole(role, { name, ...(typeof name === "string" ? { exact: true } : {}) }).first();
  await expect(target).toBeVisible();
  for (let tabs = 0; tabs < mostTabs; tabs++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
    await expectFocusShows(page);
  }
  throw new Error(`${mostTabs} times Tab did not lead to the ${role} "${name}".`);
}

/** Chooses the nth option of a group of radios. */
async function pick(page: Page, first: string, downs: number): Promise<void> {
  await tabTo(page, "radio", first);
  await page.keyboard.press("Space");
  for (let down = 0; down < downs; down++) await page.keyboard.press("ArrowDown");
}

const goOn = async (page: Page, name: string | RegExp = "Continue") => {
  await tabTo(page, "button", name);
  await page.keyboard.press("Enter");
};

test("a report is sent with the keyboard alone", async ({ page }) => {
  await page.goto("/services/report-pothole");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to main content" })).toBeFocused();
  await expect(page.getByRole("link", { name: "Skip to main content" })).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await tabTo(page, "button", "Start now");
  // A link that looks like a button answers to the space bar too.
  await page.keyboard.press("Space");
  await arriveAt(page, "Is anyone in danger because of the pothole?");
  await goOn(page);
  await expect(page.locator(".govuk-error-summary")).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("radio").first()).toBeFocused();
  await pick(page, "Yes, there is a smell of gas", 3);
  await goOn(page);
  await arriveAt(page, "Where is the pothole?");
  await tabTo(page, "textbox", "Postcode or street name");
  await page.keyboard.type("BK1 2AB");
  await tabTo(page, "textbox", "Where exactly is it?");
  await page.keyboard.type("By the gate");
  await goOn(page);
  await arriveAt(page, "What is the pothole in?");
  await pick(page, "Road", 1);
  await goOn(page);
  await arriveAt(page, "How big is the pothole?");
  await pick(page, "Less than 15 cm, like a cup saucer", 0);
  await pick(page, "Less than 4 cm, like the width of two fingers", 0);
  await goOn(page);
  await arriveAt(page, "More about the pothole");
  await goOn(page);
  await arriveAt(page, "How we can contact you");
  await goOn(page);
  await arriveAt(page, "Check your answers");
  await goOn(page, "Send report");
  await readReference(page, "We have your report");
});
