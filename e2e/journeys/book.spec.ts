import { readFile } from "node:fs/promises";
import { expectAccessible } from "../support/accessible";
import { newEmail } from "../support/accounts";
import { readMail } from "../support/mail";
import { answer, arriveAt, choose, findAddress, readReference, start, tick } from "../support/steps";
import { expect, test } from "../support/test";

test("a bulky waste collection is booked: declined, tried again, paid @core", async ({
  page,
  origin,
  javaScriptEnabled,
}) => {
  const email = newEmail("bulky");
  await start(page, "Book a bulky waste collection", "/services/book-bulky-waste-collection");
  await findAddress(page, "Where should we collect from?", "BK1 2AB", "9 Mill Lane");
  await answer(page, "Is any of this among the things you want us to take?", () => tick(page, /^No(ne)?\b/));
  await arriveAt(page, "What should we take?");
  await page.getByLabel("What is it?").selectOption("Sofa");
  await page.getByLabel("How many?").fill("1");
  await page.getByRole("button", { name: /^Add another/ }).click();
  await expect(page.getByLabel("What is it?")).toHaveCount(2);
  await expect(page.getByLabel("What is it?").first()).toHaveValue("sofa");
  await page.getByLabel("What is it?").nth(1).selectOption("Mattress");
  await page.getByLabel("How many?").nth(1).fill("2");
  await answer(page, "What should we take?");
  await answer(page, "Where will you leave the things?", () => choose(page, "On the drive"));
  await answer(page, "What should our crew know? (optional)");
  await answer(page, "When should we collect?", () => page.getByRole("radio").first().check());
  await answer(page, "How we can contact you", async () => {
    await page.getByLabel("Your name").fill("Tomasz");
    await page.getByLabel("Email address (optional)").fill(email);
  });
  await arriveAt(page, "Check your answers");
  await page.getByRole("button", { name: "Pay £35 and book" }).click();
  await arriveAt(page, "Demonstration payment");
  await page.getByRole("button", { name: "Decline the card" }).click();
  await arriveAt(page, "Your payment did not go through");
  await expect(page.getByText("We have not taken any money from you.")).toBeVisible();
  if (javaScriptEnabled) await expectAccessible(page);
  await page.getByRole("button", { name: "Try again" }).click();
  await arriveAt(page, "Demonstration payment");
  if (javaScriptEnabled) await expectAccessible(page);
  await page.getByRole("button", { name: "Pay", exact: true }).click();
  const reference = await readReference(page, "Your booking is made");
  await expect(page.getByText("You paid £35.")).toBeVisible();
  expect((await readMail(origin, email, /Your payment of £35|Your booking/)).subject).toContain(reference);
  await page.getByRole("link", { name: "See how it is going" }).click();
  await page.getByRole("link", { name: "Cancel this booking" }).click();
  await arriveAt(page, "Are you sure you want to cancel this booking?");
  await page.getByRole("button", { name: "Cancel this booking" }).click();
  await expect(page.getByText("Your booking is cancelled")).toBeVisible();
});

test("an appointment with an advisor is booked and put into a calendar", async ({ page, origin }) => {
  const email = newEmail("advisor");
  await start(page, "Book an appointment with an advisor", "/services/book-advisor-appointment");
  await answer(page, "What do you need help with?", () => choose(page, "Council housing"));
  await answer(page, "What do you want to talk about? (optional)");
  await answer(page, "Where do you want to meet?", () => choose(page, "Brackenford Civic Centre"));
  await answer(page, "Which language do you want to speak?", () => page.getByRole("combobox").selectOption("Polish"));
  await answer(page, "What do you need for the appointment?", () => tick(page, "A hearing loop"));
  await answer(page, "When do you want to come?", () => page.getByRole("radio").nth(1).check());
  await answer(page, "How we can contact you", async () => {
    await page.getByLabel("Your name").fill("Ewa");
    await page.getByLabel("Email address (optional)").fill(email);
  });
  await arriveAt(page, "Check your answers");
  await page.getByRole("button", { name: "Book appointment" }).click();
  const reference = await readReference(page, "Your booking is made");
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: "Add it to your calendar" }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe(`${reference}.ics`);
  const calendar = await readFile(await download.path(), "utf8");
  expect(calendar).toContain("BEGIN:VEVENT");
  expect(calendar).toContain("Book an appointment with an advisor");
  expect((await readMail(origin, email, /We have received it|Your booking/)).subject).toContain(reference);
});
