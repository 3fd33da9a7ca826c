import { expectAccessible } from "../support/accessible";
import { demoStaff, newEmail } from "../support/accounts";
import { readMail } from "../support/mail";
import { answer, arriveAt, choose, fillSignIn, readReference, start } from "../support/steps";
import { expect, test } from "../support/test";

test("staff change a case, and its resident sees it and is told", async ({ page, browser, origin }) => {
  const email = newEmail("library");
  await start(page, "Request a call back", "/services/request-call-back");
  await answer(page, "What do you need help with?", () => choose(page, "Parking"));
  await answer(page, /./, () => page.getByRole("textbox").first().fill("My permit has the wrong number."));
  await answer(page, /./, () => page.getByRole("checkbox", { name: "Any of these times" }).check());
  await answer(page, /./, () => page.getByRole("combobox").selectOption("English"));
  await answer(page, /./, () => page.getByRole("checkbox").last().check());
  await answer(page, "Your name and phone number", async () => {
    await page.getByLabel("Your name").fill("Kwame");
    await page.getByLabel("Email address (optional)").fill(email);
    await page.getByLabel("Phone number").fill("020 7946 0018");
  });
  await page.getByRole("button", { name: /Send|Ask/ }).click();
  const reference = await readReference(page, "We have your request");

  const office = await browser.newContext();
  const desk = await office.newPage();
  await desk.goto("/staff");
  await fillSignIn(desk, demoStaff);
  await arriveAt(desk, "Cases");
  await desk.getByLabel("Service").selectOption("Request a call back");
  await desk.getByRole("button", { name: "Show" }).click();
  await desk.waitForURL(/[?&]service=request-call-back/);
  await expectAccessible(desk);
  await desk.getByRole("link", { name: reference }).click();
  await expect(desk.getByRole("main")).toContainText("My permit has the wrong number.");
  await desk.getByRole("button", { name: "Save and tell the resident" }).click();
  await expect(desk.getByRole("alert")).toContainText("Choose a new state or write a note");
  await expectAccessible(desk);
  await choose(desk, "In progress: we are working on it");
  await desk.getByLabel("Note to the resident").fill("We call you tomorrow morning.");
  await desk.getByRole("button", { name: "Save and tell the resident" }).click();
  await expect(desk.getByText("Saved. The resident is told by email.")).toBeVisible();
  await expectAccessible(desk);
  await office.close();

  const { subject, text } = await readMail(origin, email, /There is news/);
  expect(subject).toContain(reference);
  expect(text).toContain("We call you tomorrow morning.");
  await page.goto(`/cases/${reference}`);
  await expect(page.getByText("In progress", { exact: true })).toBeVisible();
  await expect(page.getByText("We call you tomorrow morning.").first()).toBeVisible();
  await expectAccessible(page);
});

test("residents and guests do not come to the pages of staff", async ({ page, request }) => {
  await page.goto("/staff");
  await arriveAt(page, "Sign in");
  expect((await request.get("/staff/cases/234-567-89X", { maxRedirects: 0 })).status()).toBe(303);
});
