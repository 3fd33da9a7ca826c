import type { Page } from "@playwright/test";
import { languageCodes, localPath, pathFor } from "../../app/platform/i18n/languages";
import { addOrganisation, askForLetter, bakery } from "../../app/testing/organisations";
import { expectAccessible, expectNoSidewaysScroll } from "../support/accessible";
import { cookiesOf, newEmail, password, signInAsNew } from "../support/accounts";
import { expectValidHtml } from "../support/html";
import { enrol, kioskSize, look } from "../support/kiosk";
import { readMail } from "../support/mail";
import { expectGoodHtml, expectReadable } from "../support/page-checks";
import { fillSignIn } from "../support/steps";
import { expect, test } from "../support/test";
import { Visitor } from "../support/visit";

// The width of a small phone, or of a wide window at 400 %.
test.use({ viewport: { width: 320, height: 640 } });

test("every page of an organisation, in every language", async ({ page: tab, context, origin }) => {
  const visitor = new Visitor(origin, tab, context);
  const { browser } = await signInAsNew(origin, "Olwen Pryce");
  await visitor.open(browser, "/organisations/new");
  expect(await visitor.sendEmpty(browser, "/organisations/new")).toBe(true);
  const id = await addOrganisation(browser);
  const at = (path: string) => pathFor(id, path);
  const { browser: other, email } = await signInAsNew(origin, "Ben Hale");
  for (const [to, role] of [
    [email, "member"],
    [newEmail("invited"), "read-only"],
  ] as const) {
    await browser.open(at("/organisation"));
    await browser.submit({ email: to, role }, "main form:has(input[name=email])");
  }
  const { link } = await readMail(origin, email, /invites you/);
  const invitation = link!;
  await visitor.open(other, invitation);
  await other.open(invitation);
  await other.submit();
  await visitor.open(other, invitation, { status: 410 });
  await other.open(at("/services/report-pothole/danger"));
  await other.submit({ danger: "no-danger" });
  await visitor.open(browser, at("/organisation/details"));
  expect(await visitor.sendEmpty(browser, at("/organisation/details"))).toBe(true);
  await browser.open(at("/organisation/details"));
  await browser.submit({ name: "Crumb & Daughters", "premises-line1": "2 Mill Lane" });
  for (const path of ["/organisation/proof", "/organisation/proof/letter"]) await visitor.open(browser, at(path));
  await askForLetter(browser, id);
  expect(await visitor.sendEmpty(browser, at("/organisation/proof"))).toBe(true);
  for (const path of [
    ...["/", "/account", "/organisation?done=details", "/organisation/history"],
    "/organisation/proof?done=asked",
  ])
    await visitor.open(browser, at(path), { alone: false });
  const people = await browser.open(at("/organisation"));
  const member = people.dom.querySelectorAll("main li a").map((one) => one.getAttribute("href")!);
  for (const path of member) await visitor.open(browser, path, { alone: false });
  // Refused kindly: at home, as a business, and where the role lets nobody apply.
  for (const path of [at("/services/report-missed-collection"), "/services/apply-skip-licence"])
    await visitor.open(browser, path, { alone: false });
});

test("where an organisation is: every state of the page, as the server sends it and as it is seen", async ({
  page: tab,
  context,
  origin,
}) => {
  const { browser } = await signInAsNew(origin, "Olwen Pryce");
  const id = await addOrganisation(browser);
  const details = pathFor(id, "/organisation/details");
  const typed = {
    find: { by: "postcode" },
    wrong: { "premises-mode": "find", "premises-postcode": "nowhere" },
    pick: { "premises-mode": "find", "premises-postcode": "BK1 2AB" },
    "nothing chosen": { "premises-mode": "pick", "premises-postcode": "BK1 2AB", "premises-id": "" },
    outside: { "premises-mode": "find", "premises-postcode": "SW1A 1AA", "premises-line1": "" },
    "nothing typed": { "premises-mode": "hand", "premises-line1": "", "premises-town": "" },
    // As somebody's form who opened it before another one saved.
    overtaken: { name: "Ours", seen: "0" },
  };
  for (const path of [details, "/organisations/new"])
    for (const [state, fields] of Object.entries(typed)) {
      if (state === "overtaken" && path !== details) continue;
      for (const lng of languageCodes) {
        await browser.open(localPath(lng, path));
        if (path !== details) await browser.submit({ ...bakery, "premises-mode": "" });
        const page = await browser.submit(fields);
        await expectValidHtml(page.html, `${page.path}: ${state}`);
        // The rest goes by the English title of a page with errors.
        if (lng === "en" && state !== "overtaken") await expectGoodHtml(page);
        else expectReadable(page);
      }
    }
  await context.addCookies(cookiesOf(browser, origin));
  for (const lng of languageCodes)
    for (const fields of Object.values(typed)) {
      await tab.goto(localPath(lng, details));
      await sendAs(tab, fields);
      await expectAccessible(tab);
      await expectNoSidewaysScroll(tab);
    }
});

/** Sends the form of a page with these fields, whatever stands in it. */
async function sendAs(tab: Page, fields: Record<string, string>): Promise<void> {
  const answered = tab.waitForEvent("load");
  await tab.evaluate((wanted) => {
    const form = document.querySelector<HTMLFormElement>("main form[method=post]")!;
    for (const [name, value] of Object.entries(wanted)) {
      for (const old of form.querySelectorAll(`[name="${name}"]`)) old.remove();
      form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
    }
    // After this call has ended: the page that answers takes the place of this one.
    setTimeout(() => form.submit());
  }, fields);
  await answered;
}

test("every page of an organisation, at a kiosk", async ({ page, origin }) => {
  const { browser, email } = await signInAsNew(origin, "Olwen Pryce");
  const id = await addOrganisation(browser);
  const at = (path: string) => pathFor(id, path);
  const { browser: other, email: invited } = await signInAsNew(origin, "Ben Hale");
  await browser.open(at("/organisation"));
  await browser.submit({ email: invited, role: "member" }, "main form:has(input[name=email])");
  const { link } = await readMail(origin, invited, /invites you/);
  await other.open(link!);
  await other.submit();
  const people = await browser.open(at("/organisation"));
  const members = people.dom.querySelectorAll("main li a").map((one) => one.getAttribute("href")!);
  await browser.submit({ email: newEmail("invited"), role: "read-only" }, "main form:has(input[name=email])");

  await page.setViewportSize(kioskSize);
  await enrol(page, origin, "Organisations");
  await page.locator("button[name=to]").first().click();
  await page.goto("/sign-in");
  await fillSignIn(page, { email, password });
  for (const lng of languageCodes) {
    for (const path of [
      "/organisations/new",
      link!,
      ...["/", "/account", "/organisation?done=details", "/organisation/details", "/organisation/history"].map(at),
      ...["/organisation/proof", "/organisation/proof/letter"].map(at),
      ...members,
      at("/services/report-missed-collection"),
      at("/services/report-pothole"),
    ]) {
      const answer = await page.goto(localPath(lng, path));
      await expect(page.locator("html")).toHaveClass(/app-kiosk/);
      await expectValidHtml(await answer!.text(), page.url());
      await look(page);
    }
    // What was typed wrong, and the addresses to choose from.
    await page.goto(localPath(lng, at("/organisation/details")));
    await page.locator("#name").fill("");
    await page.locator("main form .govuk-button").click();
    await expect(page.locator(".govuk-error-summary")).toBeVisible();
    await look(page);
    await page.locator("button[name=by][value=postcode]").click();
    await page.locator("#premises-postcode").fill("BK1 2AB");
    await look(page);
    await page.locator("#name").fill(`Crumb ${lng}`);
    await page.keyboard.press("Enter");
    await page.locator("#premises-id").selectOption({ index: 2 });
    await look(page);
    await page.locator("main form .govuk-button").click();
    await expect(page.locator(".app-acting")).toContainText(`Crumb ${lng}`);
    await page.locator(".app-acting summary").click();
    await look(page);
  }
});
