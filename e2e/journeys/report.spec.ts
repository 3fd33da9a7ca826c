import type { Locator, Page } from "@playwright/test";
import sharp from "sharp";
import { expectAccessible } from "../support/accessible";
import { newEmail } from "../support/accounts";
import { readMail } from "../support/mail";
import { answer, arriveAt, choose, photo, readReference, start } from "../support/steps";
import { expect, test } from "../support/test";

test.use({ viewport: { width: 390, height: 844 } });

const title = "Report a pothole";
const where = "Outside number 12, next to the post box";

/** From the start to the page that asks where it is. */
async function toPlace(page: Page): Promise<void> {
  await start(page, title, "/services/report-pothole");
  await answer(page, "Is anyone in danger because of the pothole?", () => choose(page, "No, it is not an emergency"));
  await arriveAt(page, "Where is the pothole?");
}

/** From the page that asks where it is to the one that asks for photos. */
async function toMore(page: Page): Promise<void> {
  await answer(page, "Where is the pothole?", async () => {
    await page.getByLabel("Postcode or street name").fill("BK1 2AB");
    await page.getByLabel("Where exactly is it?").fill(where);
  });
  await answer(page, "What is the pothole in?", () => choose(page, "Road"));
  await answer(page, "How big is the pothole?", async () => {
    await choose(page, "15 to 30 cm, like a dinner plate");
    await choose(page, "4 to 10 cm, like the width of a hand");
  });
}

/** From the page that asks where it is to the one that shows all answers. */
async function toCheck(page: Page, email = ""): Promise<void> {
  await toMore(page);
  await answer(page, "More about the pothole", async () => {
    await page.getByLabel("What else should we know? (optional)").fill("Cars swerve around it.");
    await page.getByLabel("Choose a file").setInputFiles(photo("pothole.png"));
  });
  await answer(page, "How we can contact you", async () => {
    await page.getByLabel("Your name (optional)").fill("Zoë O’Neill");
    await page.getByLabel("Email address (optional)").fill(email);
  });
  await arriveAt(page, "Check your answers");
}

test("a guest reports a pothole, leaves, comes back, sends and tracks it @core", async ({
  page,
  browser,
  origin,
  javaScriptEnabled,
}) => {
  const email = newEmail("pothole");
  await page.goto("/");
  await page.getByRole("searchbox").fill("hole in the road");
  await page.getByRole("searchbox").press("Enter");
  await page.getByRole("main").getByRole("link", { name: title }).click();
  await toPlace(page);
  if (javaScriptEnabled) {
    const type = async (words: string) => {
      const saved = page.waitForResponse(/\/save$/);
      await page.getByLabel("Where exactly is it?").fill(words);
      return (await saved).request();
    };
    const first = await type("Outside");
    await type(where);
    await expect(page.getByRole("status").filter({ hasText: "Saved at" })).toBeVisible();
    // The first save arrives once more, late: a phone that was out of reach.
    const late = await page.request.post(first.url(), { headers: await first.allHeaders(), data: first.postData()! });
    expect(late.ok()).toBe(true);
  }
  await page.goto("/");
  await page.getByRole("region", { name: "Carry on" }).getByRole("link", { name: title }).click();
  await arriveAt(page, "Where is the pothole?");
  if (javaScriptEnabled) await expect(page.getByLabel("Where exactly is it?")).toHaveValue(where);
  await toCheck(page, email);
  for (const told of [where, "Cars swerve around it.", "pothole.png", "Zoë O’Neill", email])
    await expect(page.getByRole("main")).toContainText(told);
  await page.getByRole("button", { name: "Send report" }).click();
  const reference = await readReference(page, "We have your report");
  await expect(page.getByText("What happens next")).toBeVisible();
  expect((await readMail(origin, email, /We have received it/)).subject).toContain(reference);

  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await other.goto(`/cases/${reference}`);
  await arriveAt(other, "Page not found");
  await other.goto("/track");
  await other.getByLabel("Reference").fill(reference.toLowerCase().replaceAll("-", " "));
  await other.getByLabel("Email address").fill(email);
  await other.getByRole("button", { name: "Send me a code" }).click();
  await arriveAt(other, "Check your email");
  const { text } = await readMail(origin, email, /Your code/);
  await other.getByLabel("6-digit code").fill(/\b\d{3}[ -]?\d{3}\b/.exec(text)![0]);
  await other.getByRole("button", { name: "Show me what I sent" }).click();
  await arriveAt(other, title);
  await expect(other.getByText("Received", { exact: true })).toBeVisible();
  await expect(other.getByRole("main")).toContainText(where);
  if (javaScriptEnabled) await expectAccessible(other);
  await elsewhere.close();
});

test("what is missing is asked for, and nothing typed is lost @core", async ({ page, javaScriptEnabled }) => {
  await toPlace(page);
  await page.getByLabel("Postcode or street name").fill("No Such Street");
  await page.getByRole("button", { name: "Continue" }).click();
  const summary = page.getByRole("alert");
  await expect(summary).toContainText("We found no street with this name");
  await expect(page).toHaveTitle(/^Error: /);
  if (javaScriptEnabled) await expect(page.locator(".govuk-error-summary")).toBeFocused();
  await summary.getByRole("link", { name: "Say where exactly it is" }).click();
  await expect(page.getByLabel("Where exactly is it?")).toBeFocused();
  await expect(page.getByLabel("Postcode or street name")).toHaveValue("No Such Street");
});

test("somebody in danger is told whom to call @core", async ({ page }) => {
  await start(page, title, "/services/report-pothole");
  const isAnybody = "Is anyone in danger because of the pothole?";
  await answer(page, isAnybody, () => choose(page, "Yes, there is a smell of gas"));
  await arriveAt(page, "Call the gas emergency service now");
  const calls = page.getByRole("main").getByRole("link", { name: /^[0-9 ]+$/ });
  await expect(calls).toHaveAttribute("href", "tel:0800111999");
  await page.getByRole("link", { name: "Back", exact: true }).click();
  await answer(page, isAnybody, () => choose(page, "Yes, someone is badly hurt"));
  await arriveAt(page, "Call the emergency services now");
  await expect(calls).toHaveAttribute("href", "tel:999");
});

test("a change on the check page leads back to it @core", async ({ page }) => {
  await toPlace(page);
  await toCheck(page);
  await page.getByRole("link", { name: /Change.*surface/i }).click();
  await answer(page, "What is the pothole in?", () => choose(page, "Cycle lane"));
  await arriveAt(page, "Check your answers");
  await expect(page.getByRole("main")).toContainText("Cycle lane");
});

test("Back and send again gives the same reference @core", async ({ page }) => {
  await toPlace(page);
  await toCheck(page);
  const sent = page.url();
  const form = await page.locator("main form input[name=draft]").inputValue();
  await page.getByRole("button", { name: "Send report" }).click();
  const reference = await readReference(page, "We have your report");
  await page.goBack();
  await page.goForward();
  expect(await readReference(page, "We have your report")).toBe(reference);
  // A browser that kept the page sends the very same form once more.
  const again = await page.request.post(sent, { form: { draft: form }, headers: { origin: new URL(sent).origin } });
  expect(new URL(again.url()).pathname).toContain(reference);
});

test("Back leads through a page that was refused, and through what was typed @core", async ({ page }) => {
  await page.goto("/track");
  const email = page.getByLabel("Email address");
  await email.fill("nobody");
  await page.getByRole("main").getByRole("button").first().click();
  await expect(page.getByRole("alert")).toBeVisible();
  await email.fill("nobody@example.org");
  await page.goto("/services");
  await page.goBack();
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(email).toHaveValue("nobody@example.org");
  await page.goBack();
  await expect(page.getByRole("alert")).toBeHidden();
  await expect(email).toBeVisible();
});

test("a double click, and two tabs, send one report", async ({ page, context }) => {
  await toPlace(page);
  await toCheck(page);
  const second = await context.newPage();
  await second.goto(page.url());
  await page.getByRole("button", { name: "Send report" }).dblclick();
  const reference = await readReference(page, "We have your report");
  await second.getByRole("button", { name: "Send report" }).click();
  expect(await readReference(second, "We have your report")).toBe(reference);
  await page.goto("/account");
  await expect(page.getByRole("region", { name: "Everything that you sent us" }).getByRole("listitem")).toHaveCount(1);
});

test("a tall photo is shown small and whole, before it is added and after", async ({ page }) => {
  const tall = { width: 300, height: 600, channels: 3 as const, background: "#37a" };
  await toPlace(page);
  await toMore(page);
  await arriveAt(page, "More about the pothole");
  const buffer = await sharp({ create: tall }).jpeg().toBuffer();
  await page.getByLabel("Choose a file").setInputFiles({ name: "tall.jpg", mimeType: "image/jpeg", buffer });
  const [before, after] = [page.locator(".app-files__view canvas"), page.locator(".app-files__view img")];
  await expectInBox(before);
  await page.getByRole("button", { name: "Add file" }).click();
  await expectInBox(after);
});

/** A picture is no larger than the box it stands in. */
async function expectInBox(picture: Locator): Promise<void> {
  await expect(picture).toBeVisible();
  const [inner, outer] = [await picture.boundingBox(), await picture.locator("..").boundingBox()];
  expect(inner!.height).toBeLessThanOrEqual(outer!.height);
  expect(inner!.width).toBeLessThanOrEqual(outer!.width);
}
