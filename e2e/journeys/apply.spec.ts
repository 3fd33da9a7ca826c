import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/accessible";
import { newEmail, password, signInAsNew } from "../support/accounts";
import {
  answer,
  arriveAt,
  choose,
  fillDate,
  fillSignIn,
  findAddress,
  photo,
  readReference,
  start,
  tick,
} from "../support/steps";
import { expect, test } from "../support/test";

test("a parking permit is applied for, with evidence, and paid @core", async ({ page }) => {
  await start(page, "Apply for a resident parking permit", "/services/apply-resident-parking-permit");
  await findAddress(page, "Where do you live?", "BK1 2AB", "7 Mill Lane");
  await answer(page, "Is this where you live most of the time?", () => choose(page, "Yes"));
  await answer(page, "Is your name on the council tax bill for this address?", () => choose(page, "No"));
  await answer(page, "Upload a paper that shows your name and address");
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByLabel("Choose a file").setInputFiles(photo("lease.png"));
  await page.getByRole("button", { name: "Add file" }).click();
  await expect(page.getByText("lease.png", { exact: true })).toBeVisible();
  await answer(page, "Upload a paper that shows your name and address");
  await answer(page, "How many resident permits does your household have now?", () => choose(page, "None"));
  await answer(page, "Your vehicle", async () => {
    await page.getByLabel("What is the registration number?").fill("qq00 xyz");
    await choose(page, "Car");
  });
  await answer(page, "Whose vehicle is it?", () =>
    choose(page, "Mine, and the logbook shows my name and this address"),
  );
  await answer(page, "What are the CO2 emissions of the vehicle?", () => choose(page, "Zero (electric)"));
  await answer(page, "When should the permit start?", () => fillDate(page, new Date(Date.now() + 7 * 86_400_000)));
  await answer(page, "How we can contact you", async () => {
    await page.getByLabel("Your name").fill("Priya Raman");
    await page.getByLabel("Email address (optional)").fill(newEmail("permit"));
  });
  await answer(page, "Check and agree", async () => page.getByRole("checkbox").check());
  await arriveAt(page, "Check your answers");
  await expect(page.getByRole("main")).toContainText("lease.png");
  await page.getByRole("button", { name: "Pay £30 and send application" }).click();
  await arriveAt(page, "Demonstration payment");
  await page.getByRole("button", { name: "Pay", exact: true }).click();
  await readReference(page, "We have your application");
  await page.getByRole("link", { name: "See your receipt" }).click();
  await arriveAt(page, "Receipt");
  await expect(page.getByRole("main")).toContainText("£30");
});

const task = (page: Page, name: string) => page.getByRole("link", { name });
const title = "Apply for council tax support";

test("council tax support is applied for on two devices over two sessions @core", async ({
  page,
  browser,
  origin,
  javaScriptEnabled,
}) => {
  test.slow();
  const { email } = await signInAsNew(origin, "Ola Nowak");
  const account = { email, password };
  await page.goto("/services/apply-council-tax-support");
  await page
    .getByRole("button", { name: "Start now" })
    .or(page.getByRole("link", { name: "Start now" }))
    .click();
  await fillSignIn(page, account);
  await arriveAt(page, title);
  await page
    .getByRole("button", { name: "Start now" })
    .or(page.getByRole("link", { name: "Start now" }))
    .click();
  await arriveAt(page, title);
  await expect(page.getByText("You have finished 0 of 6 sections.")).toBeVisible();
  await task(page, "Your home").click();
  await arriveAt(page, "If your right to live in the UK has limits");
  await page.getByRole("button", { name: "Continue" }).click();
  await findAddress(page, "Which home do you need help with?", "BK1 2AB", "3 Mill Lane");
  await answer(page, "Are you responsible for paying the council tax for this home?", () => choose(page, "Yes"));
  await answer(page, "Do you own or rent the home?", () => choose(page, "I rent it from the council"));
  await arriveAt(page, title);
  await expect(page.getByText("You have finished 1 of 6 sections.")).toBeVisible();

  const elsewhere = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const phone = await elsewhere.newPage();
  await phone.goto("/sign-in");
  await fillSignIn(phone, account);
  await arriveAt(phone, "Your account");
  await phone
    .getByRole("region", { name: "Begun and not sent yet" })
    .getByRole("link", { name: /Carry on/ })
    .click();
  await arriveAt(phone, title);
  await expect(phone.getByText("You have finished 1 of 6 sections.")).toBeVisible();
  await task(phone, "You and your partner").click();
  await answer(phone, "About you", () => fillDate(phone, new Date(1980, 4, 3)));
  await answer(phone, "Which of these describes you?", () => choose(phone, "I am a British or Irish citizen"));
  await answer(phone, "Do any of these apply to you or your partner?", () => tick(phone, /^None of these/));
  await answer(phone, "Do you live with a partner?", () => choose(phone, "No"));
  await task(phone, "People who live with you").click();
  await answer(phone, "Does anyone else live with you?", () => choose(phone, "No"));
  await task(phone, "Benefits, income and savings").click();
  await answer(phone, "Which benefits do you or your partner get?", () => tick(phone, "Universal Credit"));
  await answer(phone, "How much do you and your partner have in savings?", () => choose(phone, "£6,000 or less"));
  await answer(phone, "Do you or your partner own another home or land?", () => choose(phone, "No"));
  await task(phone, "Your claim").click();
  await answer(phone, "From when do you need support?", () => choose(phone, "From now"));
  await answer(phone, "Is there anything else that we should know? (optional)");
  if (javaScriptEnabled) await expectAccessible(phone);
  await task(phone, "Contact details and declaration").click();
  await answer(phone, "How we can contact you", async () => {
    await expect(phone.getByText("From your account").first()).toBeVisible();
    await expect(phone.getByLabel("Your name")).toHaveValue("Ola Nowak");
    await expect(phone.getByLabel("Email address")).toHaveValue(email);
  });
  await answer(phone, "Declaration", async () => {
    for (const box of await phone.getByRole("checkbox").all()) await box.check();
  });
  await arriveAt(phone, title);
  await phone
    .getByRole("button", { name: "Check and send" })
    .or(phone.getByRole("link", { name: "Check and send" }))
    .click();
  await arriveAt(phone, "Check your answers");
  await phone.getByRole("button", { name: "Send application" }).click();
  const reference = await readReference(phone, "We have your application");
  await elsewhere.close();

  await page.goto("/account");
  await page.getByRole("region", { name: "In progress" }).getByRole("link", { name: title }).click();
  await arriveAt(page, title);
  await expect(page.getByRole("main")).toContainText(reference);
});
