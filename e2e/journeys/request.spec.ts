import { newEmail } from "../support/accounts";
import { readMail } from "../support/mail";
import { answer, arriveAt, choose, findAddress, readReference, start, tick } from "../support/steps";
import { expect, test } from "../support/test";

test("a recycling box is requested @core", async ({ page, origin }) => {
  const email = newEmail("box");
  await start(page, "Request a recycling container", "/services/request-recycling-container");
  await findAddress(page, "Where should we deliver the container?", "bk12ab", "14A Mill Lane");
  await answer(page, "Which bins does the home use?", () => choose(page, "Its own bins"));
  await answer(page, "What do you need?", async () => {
    await tick(page, "Recycling box");
    await tick(page, "Kitchen caddy");
  });
  await answer(page, "Why do you need it?", () => choose(page, "The old one is broken"));
  await answer(page, "Should we take the broken one away?", () => choose(page, "Yes"));
  await answer(page, "What should we know to deliver it? (optional)");
  await answer(page, "How we can contact you", async () => {
    await page.getByLabel("Your name").fill("Ama");
    await page.getByLabel("Email address (optional)").fill(email);
  });
  await arriveAt(page, "Check your answers");
  await expect(page.getByRole("main")).toContainText("14A Mill Lane");
  await page.getByRole("button", { name: "Send request" }).click();
  const reference = await readReference(page, "We have your request");
  expect((await readMail(origin, email, /We have received it/)).subject).toContain(reference);
  await page.getByRole("link", { name: "See how it is going" }).click();
  await arriveAt(page, "Request a recycling container");
  await expect(page.getByText("Received", { exact: true })).toBeVisible();
});

test("an address that no list has is typed by hand", async ({ page }) => {
  await start(page, "Request a recycling container", "/services/request-recycling-container");
  await arriveAt(page, "Where should we deliver the container?");
  await page.getByRole("link", { name: "Type the address yourself" }).click();
  await answer(page, "Where should we deliver the container?", async () => {
    await page.getByLabel("Address line 1").fill("The Houseboat Ŵylan");
    await page.getByLabel("Town or city").fill("Brackenford");
  });
  await arriveAt(page, "Which bins does the home use?");
});

test("what an older tab holds never hides an answer, and is kept again once somebody types there", async ({ page }) => {
  const about = "/services/request-call-back/about";
  await page.goto("/services/request-call-back/topic");
  await answer(page, /.*/, () => choose(page, "Bins and recycling"));
  const older = await page.context().newPage();
  await older.goto(about);
  await page.getByLabel("What do you want to talk").fill("The bins in the yard");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.waitForURL((url) => url.pathname !== about);
  await older.getByLabel("What do you want to talk").fill("The bins");
  await expect(
    older.getByRole("status").filter({ hasText: "You answered this after you opened this page" }),
  ).toBeVisible();
  await page.goto(about);
  await expect(page.getByLabel("What do you want to talk")).toHaveValue("The bins in the yard");
  await older.getByLabel("What do you want to talk").fill("The bins in the lane");
  await expect(older.getByRole("status").filter({ hasText: "Saved at" })).toBeVisible();
  await page.goto(about);
  await expect(page.getByLabel("What do you want to talk")).toHaveValue("The bins in the lane");
});
