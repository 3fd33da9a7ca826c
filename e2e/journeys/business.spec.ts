import type { BrowserContext } from "@playwright/test";
import { isolate } from "../../app/platform/i18n/isolate";
import { languageCodes, localPath, pathFor } from "../../app/platform/i18n/languages";
import { Browser } from "../../app/testing/browser";
import { addOrganisation, bakery } from "../../app/testing/organisations";
import { expectAccessible } from "../support/accessible";
import { cookiesOf, demoStaff, signIn, signInAsNew } from "../support/accounts";
import { readMail } from "../support/mail";
import { readPdf } from "../support/pdf";
import { expect, test } from "../support/test";

/** Invites somebody and takes the invitation up for them. */
async function join(origin: string, owner: Browser, id: string, who: { browser: Browser; email: string }) {
  await owner.open(pathFor(id, "/organisation"));
  await owner.submit({ email: who.email, role: "member" }, "main form:has(input[name=email])");
  const { link } = await readMail(origin, who.email, /invites you/);
  await who.browser.open(link!);
  await who.browser.submit();
}

async function tabOf(context: BrowserContext, browser: Browser, origin: string) {
  await context.addCookies(cookiesOf(browser, origin));
  return context.newPage();
}

test("an owner and a member work on one application, and neither loses an answer", async ({
  browser: chromium,
  origin,
}) => {
  const owner = await signInAsNew(origin, "Olwen Pryce");
  const member = await signInAsNew(origin, "Ben Hale");
  const id = await addOrganisation(owner.browser);
  await join(origin, owner.browser, id, member);
  const [one, two] = [await chromium.newContext(), await chromium.newContext()];
  const [owners, members] = [await tabOf(one, owner.browser, origin), await tabOf(two, member.browser, origin)];
  const step = pathFor(id, "/services/report-pothole/place");

  await owners.goto(pathFor(id, "/services/report-pothole/danger"));
  await expect(owners.getByRole("region", { name: "Who you act for" })).toContainText(
    "You are acting for Crumb & Sons",
  );
  await owners.getByLabel("No, it is not an emergency").check();
  await owners.getByRole("button", { name: "Continue" }).click();
  await expect(owners).toHaveURL(step);
  await members.goto(step);
  await expect(members.getByText("Olwen Pryce was working on this")).toBeVisible();
  const describe = (tab: typeof owners, words: string) => tab.getByLabel("Where exactly is it?").fill(words);
  await describe(members, "By the bakery's back door");
  await describe(owners, "By the church");
  await owners.getByRole("button", { name: "Continue" }).click();
  await expect(owners).not.toHaveURL(step);

  await members.getByRole("button", { name: "Continue" }).click();
  await expect(members.getByText("Olwen Pryce changed this page")).toBeVisible();
  await expect(members.getByText("By the church")).toBeVisible();
  await expect(members.getByLabel("Where exactly is it?")).toHaveValue("By the bakery's back door");
  await expectAccessible(members);
  await members.getByRole("button", { name: "Continue" }).click();
  await expect(members).not.toHaveURL(step);
  await owners.goto(step);
  await expect(owners.getByLabel("Where exactly is it?")).toHaveValue("By the bakery's back door");

  // Removed in the middle of a form: what is sent then goes nowhere, and says so.
  await members.goto(step);
  await owners.goto(pathFor(id, "/organisation"));
  await owners.getByRole("link", { name: /Ben Hale/ }).click();
  await owners.getByRole("button", { name: "Remove Ben Hale" }).click();
  await expect(owners.getByText("cannot act for Crumb & Sons any more")).toBeVisible();
  await members.getByRole("button", { name: "Continue" }).click();
  await expect(members.getByRole("heading", { name: "Page not found" })).toBeVisible();
  await expectAccessible(members);
  await Promise.all([one.close(), two.close()]);
});

test("nobody sends what another answered meanwhile without seeing it", async ({ context, origin }) => {
  const owner = await signInAsNew(origin, "Olwen Pryce");
  const member = await signInAsNew(origin, "Ben Hale");
  const id = await addOrganisation(owner.browser);
  await join(origin, owner.browser, id, member);
  const at = (path: string) => pathFor(id, `/services/report-pothole/${path}`);
  await owner.browser.open(at("danger"));
  for (const fields of [
    { danger: "no-danger" },
    { "place-description": "By the old oak" },
    { surface: "road" },
    { size: "small", depth: "deep" },
    { details: "One" },
    { name: "Olwen Pryce", email: owner.email },
  ])
    await owner.browser.submit(fields);
  expect(owner.browser.page?.path).toBe(at("check"));
  const page = await tabOf(context, owner.browser, origin);
  for (const [n, lng] of languageCodes.entries()) {
    await page.goto(localPath(lng, at("check")));
    await member.browser.open(at("more"));
    await member.browser.submit({ details: `Ben's words, ${n}` });
    await page.locator("main form button").last().click();
    await expect(page.getByText(`Ben's words, ${n}`)).toBeVisible();
    await expect(page.getByRole("main")).toContainText("Ben Hale");
    await expectAccessible(page);
  }
  await page.locator("main form button").last().click();
  await expect(page).toHaveURL(/\/done\//);
});

test("two tabs for two organisations never mix", async ({ context, origin }) => {
  const { browser } = await signInAsNew(origin, "Olwen Pryce");
  const [first, second] = [
    await addOrganisation(browser),
    await addOrganisation(browser, { ...bakery, name: "Harbour Flowers" }),
  ];
  const [left, right] = [await tabOf(context, browser, origin), await context.newPage()];
  for (const [tab, id] of [
    [left, first],
    [right, second],
  ] as const)
    await tab.goto(pathFor(id, "/services/report-pothole/danger"));
  await left.getByLabel("No, it is not an emergency").check();
  await left.getByRole("button", { name: "Continue" }).click();
  await expect(left).toHaveURL(pathFor(first, "/services/report-pothole/place"));
  await right.goto(pathFor(second, "/account"));
  await expect(right.getByRole("region", { name: "Who you act for" })).toContainText("Harbour Flowers");
  await expect(right.getByRole("main")).not.toContainText("Report a pothole");
  await right.getByText("Change who you act for").click();
  await right.getByRole("link", { name: "Crumb & Sons" }).click();
  await expect(right.getByRole("main")).toContainText("Report a pothole");
  await left.getByText("Change who you act for").click();
  await left.getByRole("link", { name: "Yourself: Olwen Pryce" }).click();
  await expect(left.getByText("You are acting for yourself")).toBeVisible();
  await expect(left.getByRole("main")).not.toContainText("Carry on");
});

test("an owner proves the business with the code of a letter that staff print", async ({
  browser: chromium,
  origin,
}) => {
  const owner = await signInAsNew(origin, "Olwen Pryce");
  const name = `Crumb ${owner.email.split("@")[0]}`;
  const id = await addOrganisation(owner.browser, { ...bakery, name });
  const [one, two] = [await chromium.newContext(), await chromium.newContext()];
  const page = await tabOf(one, owner.browser, origin);
  await page.goto(pathFor(id, "/organisation"));
  await page.getByRole("link", { name: "Prove it" }).click();
  await page.getByRole("button", { name: "Ask for the letter" }).click();
  await page.getByLabel("Address line 1").fill("9 High Street");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("heading", { name: "Check the address" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("9 High Street");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Ask for the letter" }).click();
  await expect(page.getByText("You have asked for the letter.")).toBeVisible();
  await expectAccessible(page);

  const atDesk = new Browser(origin);
  await signIn(atDesk, demoStaff);
  const desk = await tabOf(two, atDesk, origin);
  await desk.goto("/staff/letters");
  await desk.getByRole("row").filter({ hasText: name }).getByRole("link").click();
  await expect(desk.getByText("Companies House must have this address")).toBeVisible();
  await expectAccessible(desk);
  const file = await desk.getByRole("button", { name: "Open the PDF" }).getAttribute("href");
  const [code] = /\b\w{3}(-\w{3}){3}\b/.exec(await readPdf(await (await two.request.get(origin + file)).body())) ?? [];
  await expect(desk.getByRole("main")).not.toContainText(code!);
  await desk.getByRole("button", { name: "It is printed and in its envelope" }).click();
  await expect(desk.getByRole("heading", { name: `Is the letter to ${isolate(name)} in its envelope?` })).toBeVisible();
  await expectAccessible(desk);
  await desk.getByRole("button", { name: "Yes, it is printed and in its envelope" }).click();
  await expect(desk.getByRole("heading", { name: "Letters to print" })).toBeVisible();

  await page.getByLabel("Code in the letter").fill(code!.toLowerCase().replaceAll("-", " "));
  await page.getByRole("button", { name: "Prove it with this code" }).click();
  await expect(page.getByText(`You have proved that you act for ${name}.`)).toBeVisible();
  await expectAccessible(page);
  await Promise.all([one.close(), two.close()]);
});
