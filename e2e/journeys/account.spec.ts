import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/accessible";
import { cookiesOf, newEmail, password, signInAsNew } from "../support/accounts";
import { readMail } from "../support/mail";
import { answer, arriveAt, choose, fillSignIn, findAddress, readReference, start, tick } from "../support/steps";
import { expect, test } from "../support/test";

test("a guest begins, makes an account, and finds the draft there @core", async ({
  page,
  origin,
  javaScriptEnabled,
}) => {
  const email = newEmail("new");
  await start(page, "Report a pothole", "/services/report-pothole");
  await answer(page, "Is anyone in danger because of the pothole?", () => choose(page, "No, it is not an emergency"));
  await arriveAt(page, "Where is the pothole?");

  await page.goto("/register");
  await arriveAt(page, "Create an account");
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByRole("alert")).toContainText("Enter your name");
  if (javaScriptEnabled) await expectAccessible(page);
  await page.getByLabel("Full name").fill("Jun");
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("New password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Create account" }).click();
  await arriveAt(page, "Check your email");
  const { link } = await readMail(origin, email, /Confirm/);
  await page.goto(link!);
  await arriveAt(page, "Confirm your email address");
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByText("Your email address is confirmed. You can sign in now.")).toBeVisible();
  await fillSignIn(page, { email, password });
  await arriveAt(page, "Your account");
  await page
    .getByRole("region", { name: "Begun and not sent yet" })
    .getByRole("link", { name: /Carry on/ })
    .click();
  await arriveAt(page, "Where is the pothole?");

  await page
    .getByRole("banner")
    .getByRole("button", { name: "Sign out" })
    .or(page.getByRole("banner").getByRole("link", { name: "Sign out" }))
    .click();
  await signOut(page);
  await page.goto("/account");
  await expect(page.getByText("Begun and not sent yet")).toBeHidden();
});

/** Signing out asks once more where it was come upon by a link. */
async function signOut(page: Page): Promise<void> {
  await arriveAt(page, /Sign out|You have signed out/);
  const button = page.getByRole("main").getByRole("button", { name: "Sign out" });
  if (await button.isVisible()) await button.click();
  await arriveAt(page, "You have signed out");
}

test("what was told once is filled in the next time @core", async ({ page, context, origin }) => {
  const { browser } = await signInAsNew(origin, "Maryam Ali");
  await context.addCookies(cookiesOf(browser, origin));
  await start(page, "Request a recycling container", "/services/request-recycling-container");
  await findAddress(page, "Where should we deliver the container?", "BK1 2AB", "5 Mill Lane");
  await answer(page, "Which bins does the home use?", () => choose(page, "Its own bins"));
  await answer(page, "What do you need?", () => tick(page, "Recycling box"));
  await answer(page, "Why do you need it?", () => choose(page, "I moved in and there was none"));
  await answer(page, "What should we know to deliver it? (optional)");
  await answer(page, "How we can contact you", () => page.getByLabel("Phone number (optional)").fill("020 7946 0018"));
  await page.getByRole("button", { name: "Send request" }).click();
  await readReference(page, "We have your request");

  await start(page, "Report a missed collection", "/services/report-missed-collection");
  await expect(page.getByText("From your account. Change it if it is not right.")).toBeVisible();
  await expect(page.getByLabel("Choose the address").locator("option:checked")).toContainText("5 Mill Lane");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.goto("/account/details");
  await expect(page.getByRole("main")).toContainText(/7946 ?0018/);
});

test("a new password is chosen by email, and the old one ends", async ({ page, origin }) => {
  const { email } = await signInAsNew(origin);
  await page.goto("/reset");
  await page.getByLabel("Email address").fill(email);
  await page.getByRole("button", { name: "Send the link" }).click();
  await arriveAt(page, "Check your email");
  const { link } = await readMail(origin, email, /Choose a new password/);
  await page.goto(link!);
  await page.getByLabel("New password", { exact: true }).fill("a quite different one 27");
  await page.getByRole("button", { name: "Save the new password" }).click();
  await fillSignIn(page, { email, password });
  await expect(page.getByRole("alert").filter({ hasText: "is not right" })).toBeVisible();
  await fillSignIn(page, { email, password: "a quite different one 27" });
  await arriveAt(page, "Your account");
  await page.goto(link!);
  await arriveAt(page, "This link has ended");
});
