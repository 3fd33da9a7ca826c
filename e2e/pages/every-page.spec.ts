import { Browser } from "../../app/testing/browser";
import { expectAccessible, expectNoSidewaysScroll } from "../support/accessible";
import { demoStaff, newEmail, signIn, signInAsNew } from "../support/accounts";
import { readMail } from "../support/mail";
import { expectReadable } from "../support/page-checks";
import { expect, test } from "../support/test";
import { Visitor } from "../support/visit";

test.use({ viewport: { width: 320, height: 640 } });

const open = [
  "/",
  "/services",
  "/search",
  "/search?q=bin",
  "/search?q=zzzz",
  "/sign-in",
  "/register",
  "/reset",
  "/track",
  "/account",
  "/accessibility",
  "/privacy",
  "/cookies",
  "/contact",
  "/sign-out",
  "/dev/mail",
];

test("every page that is open to all", async ({ page: tab, context, origin }) => {
  const visitor = new Visitor(origin, tab, context);
  for (const path of open) await visitor.open(new Browser(origin), path);
  const unknown = {
    "/no-such-page": 404,
    "/services/no-such-service": 404,
    "/cases/234-567-89X": 404,
    "/verify/used": 410,
    "/reset/used": 410,
  };
  for (const [path, status] of Object.entries(unknown))
    await visitor.open(new Browser(origin), path, { status, alone: false });
  // Looking at a link uses nothing up, so it looks the same whether it is good or not.
  await visitor.open(new Browser(origin), "/track/open/used");
});

test("forms that are sent empty, and the pages after them", async ({ page: tab, context, origin }) => {
  const visitor = new Visitor(origin, tab, context);
  const browser = new Browser(origin);
  for (const path of ["/sign-in", "/register", "/reset", "/track"])
    expect(await visitor.sendEmpty(browser, path), path).toBe(true);
  for (const path of ["/?postcode=", "/?postcode=XX", "/?postcode=BK1+2AB", "/?postcode=BK99+9ZZ"])
    await visitor.open(browser, path, { alone: false });
  for (const path of ["/register?sent=1", "/reset?sent=1"]) await visitor.open(browser, path, { alone: false });
  await browser.open("/track");
  const sent = await browser.submit({ reference: "234-567-89X", email: "nobody@example.org" });
  expect(sent.status).toBeLessThanOrEqual(400);
  await tab.goto("/track");
  await tab.getByLabel("Reference").fill("7K4-M2Q-9XD");
  await tab.getByLabel("Email address").fill("nobody@example.org");
  await tab.getByRole("button", { name: "Send me a code" }).click();
  await expectAccessible(tab);
});

test("somebody's own pages: account, case, draft, messages", async ({ page: tab, context, origin }) => {
  const visitor = new Visitor(origin, tab, context);
  const { browser, email } = await signInAsNew(origin, "Ola Nowak");
  await visitor.open(browser, "/account");
  await visitor.open(browser, "/account/details");
  await browser.open("/services/report-missed-collection/address");
  await browser.submit({ "address-postcode": "BK1 2AB" });
  await visitor.open(browser, "/account", { alone: false });
  await visitor.open(browser, "/", { alone: false });
  await visitor.open(browser, "/services/report-missed-collection");
  const start = await browser.open("/services/report-missed-collection");
  await visitor.open(browser, start.dom.querySelector("a[href*='/discard']")!.getAttribute("href")!);
  const reference = await sendPothole(browser, email);
  for (const path of [`/cases/${reference}`, `/cases/${reference}/cancel`, "/account"])
    await visitor.open(browser, path, { alone: false });
  await readMail(origin, email, /We have received it/);
  const list = await browser.open("/dev/mail");
  const message = list.dom
    .querySelectorAll("main li")
    .find((item) => item.text.includes(email))!
    .querySelector("a")!
    .getAttribute("href")!;
  await visitor.open(browser, message, { alone: false });
  // The message's own page lets no script run, axe neither: its HTML is looked at on a page that does.
  await tab.goto("about:blank");
  await tab.setContent((await browser.open(`${message}/html`)).html);
  await expectAccessible(tab);
  await expectNoSidewaysScroll(tab);
  await browser.open(`/cases/${reference}/cancel`);
  await browser.submit();
  await visitor.open(browser, `/cases/${reference}`, { alone: false });
});

test("the pages of staff", async ({ page: tab, context, origin }) => {
  const visitor = new Visitor(origin, tab, context);
  const guest = new Browser(origin);
  const reference = await sendPothole(guest, newEmail("staff"));
  const browser = new Browser(origin);
  await signIn(browser, demoStaff);
  for (const path of ["/staff", "/staff?state=ended", `/staff/cases/${reference}`])
    await visitor.open(browser, path, { alone: false });
  await visitor.sendEmpty(browser, `/staff/cases/${reference}`);
  const { browser: resident } = await signInAsNew(origin);
  await visitor.open(resident, "/staff", { status: 404, alone: false });
});

test("what is too large is refused on a page of its own", async ({ origin }) => {
  const browser = new Browser(origin);
  await browser.open("/services/report-pothole/danger");
  const page = await browser.post("/services/report-pothole/danger", { danger: "x".repeat(30_000_000) });
  expect(page.status).toBe(413);
});

test("every page is calm on a wide window too", async ({ page, origin }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  for (const path of [
    "/",
    "/ar",
    "/services",
    "/services/report-pothole",
    "/ar/services/report-pothole",
    "/services/report-pothole/size-and-depth",
  ]) {
    await page.goto(path);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  }
  for (const lng of ["pl", "cy"]) {
    await page.goto(`/${lng}`);
    await expectAccessible(page);
    expectReadable(await new Browser(origin).open(`/${lng}`));
  }
});

/** Sends the shortest report there is. */
async function sendPothole(browser: Browser, email: string): Promise<string> {
  const to = (step: string) => browser.open(`/services/report-pothole/${step}`);
  await to("danger");
  await browser.submit({ danger: "no-danger" });
  await browser.submit({ "place-description": 'By the <b>gate</b> & "door"' });
  await browser.submit({ surface: "road" });
  await browser.submit({ size: "small", depth: "deep" });
  await browser.submit({ details: "One\nTwo" });
  await browser.submit({ name: "Ola Nowak", email });
  const done = await browser.submit();
  return done.path.split("?")[0]!.split("/").at(-1)!;
}
