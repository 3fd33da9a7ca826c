import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  chromium,
  type LaunchOptions,
  type Locator,
  type Page,
  type Browser as PlaywrightBrowser,
} from "@playwright/test";
import jsQR from "jsqr";
import sharp from "sharp";
import { Browser } from "../../app/testing/browser";
import { findChromium } from "../../scripts/support/chromium.mjs";
import { expectAccessible, expectNoSidewaysScroll } from "../support/accessible";
import { demoFloorwalker, demoSite, demoStaff, signIn } from "../support/accounts";
import { expectFocusShows, expectFocusUncovered } from "../support/focus";
import { enrol, kioskSize, look } from "../support/kiosk";
import { answer, arriveAt, choose, fillSignIn } from "../support/steps";
import { expect, test } from "../support/test";
import { Visitor } from "../support/visit";

/** Begins a pothole at the start screen, up to the page about its details. */
async function beginPothole(page: Page, place: string): Promise<void> {
  await page.getByRole("button", { name: /^Report/ }).click();
  await page.getByRole("link", { name: "Report a pothole" }).click();
  await page.getByRole("button", { name: "Start now" }).click();
  await answer(page, "Is anyone in danger because of the pothole?", () => choose(page, "No, it is not an emergency"));
  await answer(page, "Where is the pothole?", () => page.getByLabel("Where exactly is it?").fill(place));
  await arriveAt(page, /What kind|Where on|What/);
}

const endVisit = async (page: Page) => {
  await page.getByRole("navigation", { name: "Your visit" }).getByRole("button", { name: "End visit" }).click();
  await arriveAt(page, "Welcome");
};

test("two customers, one after the other, at one kiosk", async ({ page, origin }) => {
  await page.setViewportSize(kioskSize);
  await enrol(page, origin, "Two customers");
  await beginPothole(page, "By the old oak");
  await endVisit(page);
  await expect(page.getByText("Nothing you typed is left on this screen")).toBeVisible();
  await page.goBack();
  await arriveAt(page, "Welcome");
  await page.goForward();
  await arriveAt(page, "Welcome");
  await page.getByRole("button", { name: /^Report/ }).click();
  await page.getByRole("link", { name: "Report a pothole" }).click();
  await expect(page.getByRole("button", { name: "Start now" })).toBeVisible();
  await page.goto("/services/report-pothole/place");
  await arriveAt(page, "Is anyone in danger because of the pothole?");
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
  await page.goto("/account");
  await expect(page.getByRole("main")).not.toContainText("pothole");
});

test("what a page asks while its visit is being ended does not lead away from the word that it has ended", async ({
  page,
  origin,
}) => {
  await page.setViewportSize(kioskSize);
  await enrol(page, origin, "Ending");
  await page.getByRole("button", { name: /^Report/ }).click();
  await page.getByRole("link", { name: "Report a pothole" }).waitFor();
  await page.route("**/kiosk/end", async (route) => {
    const response = await route.fetch({ maxRedirects: 0 });
    const over = page.waitForResponse((one) => new URL(one.url()).pathname === "/kiosk" && one.ok());
    // The answer to this comes with the next page only.
    void page.evaluate(() => document.querySelector<HTMLElement>("[data-look] button")!.click()).catch(() => undefined);
    await over;
    await route.fulfill({ response });
  });
  await endVisit(page);
  await expect(page.getByText("Nothing you typed is left on this screen")).toBeVisible();
});

test("a screen that nobody touches warns, waits for whoever is there, and is cleared", async ({ page, origin }) => {
  await page.setViewportSize(kioskSize);
  await page.clock.install();
  await enrol(page, origin, "Idle");
  await beginPothole(page, "By the old oak");
  const dialog = page.getByRole("dialog", { name: "Are you still there?" });
  await page.clock.runFor(88_000);
  await page.keyboard.press("Tab");
  await page.clock.runFor(88_000);
  await expect(dialog).toBeHidden();
  await page.clock.runFor(4_000);
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole("button", { name: "I am still here" })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await page.clock.runFor(92_000);
  await expect(dialog).toBeVisible();
  await page.clock.runFor(30_000);
  await arriveAt(page, "Welcome");
  await page.goto("/account");
  await arriveAt(page, "Welcome");
});

/** What somebody types at a shared screen, each in another place; and what a page keeps for itself. */
const typedWords = ["Quagmire", "lantern", "Xylophone", "wolfgang", "peregrine"];
const keptWords = ["Obsidian", "Tourmaline"];

async function typeEverywhere(page: Page, profile: string): Promise<void> {
  await isNoted(profile, () => page.goto("/search"));
  await isNoted(profile, async () => {
    await page.getByRole("searchbox").fill("Quagmire lantern");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("main")).toContainText("Quagmire lantern");
  });
  await isNoted(profile, () => page.goto("/track"));
  await isNoted(profile, async () => {
    await page.getByLabel("Reference").fill("Xylophone");
    await page.getByLabel("Email address").fill("wolfgang@example.org");
    await page.getByRole("button", { name: "Send me a code" }).click();
    await expect(page.getByRole("alert")).toBeVisible();
  });
  await page.goto("/sign-in");
  await page.getByLabel("Email address").fill("peregrine@example.org");
  await page.getByLabel("Password", { exact: true }).fill("Marzipan tundra");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await page.evaluate(() => {
    localStorage.setItem("kept", "Obsidian");
    sessionStorage.setItem("kept", "Tourmaline");
  });
}

/** Opens a page and stays, until the browser has noted from what it would open that page again. That takes it seconds. */
async function isNoted(profile: string, open: () => Promise<unknown>): Promise<void> {
  const folder = join(profile, "Default", "Sessions");
  const sizes = () => readdirSync(folder).map((name) => `${name} ${statSync(join(folder, name)).size}`);
  const before = sizes();
  await open();
  await expect.poll(sizes).not.toEqual(before);
}

/** A whole browser whose files can be searched: it notes what is open, and pages come as they are, so that a word that is kept can be read. */
async function openProfile(origin: string, launchOptions: LaunchOptions) {
  const profile = mkdtempSync(join(tmpdir(), "myaccount-profile-"));
  const executablePath = findChromium([]);
  const context = await chromium.launchPersistentContext(profile, {
    ...launchOptions,
    ...(executablePath ? { executablePath } : { channel: "chromium" }),
    baseURL: origin,
    extraHTTPHeaders: { "accept-encoding": "identity" },
  });
  const page = context.pages()[0] ?? (await context.newPage());
  return { profile, context, page };
}

test("what is typed stands in an ordinary browser's own files: the search for it finds what there is", async ({
  origin,
  launchOptions,
}) => {
  const { profile, context, page } = await openProfile(origin, launchOptions);
  await typeEverywhere(page, profile);
  await context.close();
  const found = findWords(profile, [...typedWords, ...keptWords]);
  for (const word of [...typedWords, ...keptWords]) expect(found.join("\n"), word).toContain(`${word} in `);
  const cached = found.filter((line) => line.includes("Cache_Data")).join("\n");
  for (const word of ["Xylophone", "wolfgang", "peregrine"]) expect(cached, "the cache can be read").toContain(word);
  rmSync(profile, { recursive: true });
});

test("nothing that was typed is left in the browser's own files", async ({ origin, launchOptions }) => {
  const { profile, context, page } = await openProfile(origin, launchOptions);
  try {
    await enrol(page, origin, "Profile");
    await page.getByRole("button", { name: "Search for a service" }).click();
    await typeEverywhere(page, profile);
    await endVisit(page);
    await beginPothole(page, "Zebedee crossing");
    await endVisit(page);
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
    expect((await context.cookies()).map(({ name }) => name)).toEqual(["kiosk"]);
  } finally {
    await context.close();
  }
  expect(findWords(profile, [...typedWords, ...keptWords, "Zebedee", "Marzipan"])).toEqual([]);
  rmSync(profile, { recursive: true });
});

/** Which of the words stand in which file below a folder, as UTF-8 or UTF-16. */
function findWords(folder: string, words: string[]): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).flatMap((name) => {
    const path = join(folder, name);
    const info = statSync(path, { throwIfNoEntry: false });
    if (!info?.isFile()) return [];
    const bytes = readFileSync(path);
    const has = (word: string) => bytes.includes(word) || bytes.includes(Buffer.from(word, "utf16le"));
    return words.filter(has).map((word) => `${word} in ${name}`);
  });
}

test("somebody takes their form along on their own phone", async ({ page, browser, origin }) => {
  await page.setViewportSize(kioskSize);
  await enrol(page, origin, "Take along");
  await beginPothole(page, "By the old oak");
  await page.getByRole("link", { name: "Take it with you" }).click();
  await arriveAt(page, "Take it with you");
  await look(page);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("alert")).toContainText("Choose how you want to take it with you");
  await look(page);
  await choose(page, "On my phone, now");
  await page.getByRole("button", { name: "Continue" }).click();
  await arriveAt(page, "Point your phone at this square");
  await look(page);
  const own = await browser.newContext({ viewport: { width: 360, height: 640 } });
  const phone = await own.newPage();
  await phone.goto(await readSquare(page));
  await expectAccessible(phone);
  await phone.getByRole("button", { name: "Move it to this device" }).click();
  const number = await phone.locator(".app-code").textContent();
  await expectAccessible(phone);
  // The kiosk comes to know of it by itself.
  await arriveAt(page, "Does your phone show this number?");
  await expect(page.locator(".app-code")).toHaveText(number!);
  await look(page);
  await page.getByRole("button", { name: "Yes, it is the same" }).click();
  await arriveAt(page, "Now say yes on your phone");
  await look(page);
  await phone.getByRole("button", { name: "Yes, it is the same" }).click();
  await arriveAt(phone, /What|Which|Where/);
  await expect(phone).toHaveURL(/report-pothole\/surface/);
  await arriveAt(page, "You have it with you");
  await look(page);
  await page.getByRole("main").getByRole("button", { name: "End visit" }).click();
  await arriveAt(page, "Welcome");
  await phone.goto("/services/report-pothole/place");
  await expect(phone.getByLabel("Where exactly is it?")).toHaveValue("By the old oak");
  await own.close();
});

/** What a phone's camera reads from the square on the screen. */
async function readSquare(page: Page): Promise<string> {
  const png = await page.locator("img.app-square").screenshot();
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const read = jsQR(new Uint8ClampedArray(data), info.width, info.height);
  return read!.data;
}

test("a slip and a link carry on with a form elsewhere", async ({ page, browser, origin }) => {
  await page.setViewportSize(kioskSize);
  await enrol(page, origin, "Slip");
  for (const lng of ["", "/ar"]) {
    await page.goto(`${lng}/kiosk`);
    await page.locator("button[name=to][value=report]").click();
    // What is not answered yet when the next page is asked for is not sent.
    await expect(page.locator(".app-bottom-bar")).toBeVisible();
    await page.goto(`${lng}/services/report-pothole/danger`);
    await page.getByRole("radio").last().check();
    await page.locator("main form button").first().click();
    await expect(page).toHaveURL(/report-pothole\/place/);
    await page.goto(`${lng}/kiosk/take`);
    await page.locator("input[name=way][value=paper]").check();
    await page.locator("main form button").first().click();
    await expect(page.locator(".app-code--large")).toHaveText(/-/);
    await look(page);
    const code = (await page.locator(".app-code--large").textContent())!;
    await page.locator(".app-bottom-bar .govuk-button--warning").click();
    await page.locator("button[name=to]").first().waitFor();
    const own = await browser.newContext({ viewport: { width: 320, height: 640 } });
    const home = await own.newPage();
    await home.goto(`${lng}/take`);
    await home.getByRole("textbox").last().fill("nonsense");
    await home.locator("main form button").click();
    await expect(home.getByRole("alert")).toBeVisible();
    await expectAccessible(home);
    await home.getByRole("textbox").last().fill(code);
    await home.locator("main form button").click();
    await expect(home).toHaveURL(/report-pothole\/place/);
    await home.goto(`${lng}/take/used`);
    await expectAccessible(home);
    await expectNoSidewaysScroll(home);
    await own.close();
  }
});

test("a floorwalker helps, both screens say so, and the case tells of it", async ({ page, browser, origin }) => {
  await page.setViewportSize(kioskSize);
  await enrol(page, origin, "Help", demoSite.name);
  await page.getByRole("button", { name: "Get help" }).click();
  await arriveAt(page, "Get help");
  const code = (await page.locator(".app-code").textContent())!;

  const floor = await browser.newContext({ viewport: { width: 820, height: 1180 } });
  const tablet = await floor.newPage();
  await tablet.goto("/floor");
  await fillSignIn(tablet, demoFloorwalker);
  await arriveAt(tablet, "Where do you work today?");
  await expectAccessible(tablet);
  await tablet.getByLabel("PIN of your site").fill("000000");
  await tablet.getByRole("button", { name: "Continue" }).click();
  await expect(tablet.getByRole("alert")).toContainText("This PIN does not fit");
  await expectAccessible(tablet);
  await tablet.getByLabel("PIN of your site").fill(demoSite.pin);
  await tablet.getByRole("button", { name: "Continue" }).click();
  await arriveAt(tablet, "Help a customer");
  await expectAccessible(tablet);
  await tablet.getByLabel("Number on the customer’s screen").fill(code);
  await tablet.getByRole("button", { name: "Ask the customer" }).click();
  await arriveAt(tablet, "Waiting for the customer");
  await expectAccessible(tablet);

  // The customer's screen comes to know of it by itself, and so does the helper's of the answer.
  await expect(page.getByRole("region", { name: /Ana Silva. wants to help you/ })).toBeVisible();
  await look(page);
  await page.getByRole("button", { name: /Yes, .Ana Silva. may help me/ }).click();
  await expect(page.getByRole("region", { name: /Ana Silva. is helping you/ })).toBeVisible();
  await look(page);
  await arriveAt(tablet, "You are helping");
  await expectAccessible(tablet);
  await page.goto("/services/report-pothole/danger");
  await answer(page, "Is anyone in danger because of the pothole?", () => choose(page, "No, it is not an emergency"));
  await expect(tablet.getByRole("heading", { name: "Report a pothole" })).toBeVisible();
  await expect(tablet.getByRole("main")).toContainText("No, it is not an emergency");
  await expectAccessible(tablet);
  await answer(page, "Where is the pothole?", () => page.getByLabel("Where exactly is it?").fill("By the old oak"));
  await expect(tablet.getByRole("main")).toContainText("By the old oak");
  await answer(page, /./, () => page.getByRole("radio").first().check());
  await answer(page, /./, async () => {
    for (const group of await page.getByRole("group").all()) await group.getByRole("radio").first().check();
  });
  await answer(page, /./);
  await answer(page, /./);
  await page.getByRole("button", { name: "Send report" }).click();
  await page.waitForURL(/done/);
  const reference = new URL(page.url()).pathname.split("/").at(-1)!;

  await page.getByRole("button", { name: "Stop the help" }).click();
  await expect(page.getByRole("region", { name: /Ana Silva/ })).toBeHidden();
  await arriveAt(tablet, "The help has ended");
  await expect(tablet.getByText("The customer stopped the help.")).toBeVisible();
  await expectAccessible(tablet);
  await tablet.getByRole("button", { name: "Save" }).click();
  await expect(tablet.getByRole("alert")).toContainText("Choose what you helped with");
  await expectAccessible(tablet);
  await choose(tablet, "Using the screen");
  await choose(tablet, "Yes");
  await tablet.getByRole("button", { name: "Save" }).click();
  await expect(tablet.getByText("Your note is saved.")).toBeVisible();
  await page.goto(`/cases/${reference}`);
  await expect(page.getByRole("main")).toContainText(/Ana Silva. helped you for 1 minute/);
  await expect(page.getByRole("main")).toContainText("Next time you could do it on your own.");
  await look(page);
  await floor.close();
});

/** A floorwalker on their own tablet, at work at the demo's site. */
async function startFloor(browser: PlaywrightBrowser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 820, height: 1180 } });
  const tablet = await context.newPage();
  await tablet.goto("/floor");
  await fillSignIn(tablet, demoFloorwalker);
  await tablet.getByLabel("PIN of your site").fill(demoSite.pin);
  await tablet.getByRole("button", { name: "Continue" }).click();
  return tablet;
}

/** Begins a visit by asking for help. @returns the number for the helper */
async function askForHelp(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Get help" }).click();
  await arriveAt(page, "Get help");
  return (await page.locator(".app-code").textContent())!;
}

async function offerHelp(tablet: Page, code: string): Promise<void> {
  await tablet.getByLabel("Number on the customer’s screen").fill(code);
  await tablet.getByRole("button", { name: "Ask the customer" }).click();
  await arriveAt(tablet, "Waiting for the customer");
}

test("whoever waits for help need touch nothing, and their time begins anew when a helper comes", async ({
  page,
  browser,
  origin,
}) => {
  const tablet = await startFloor(browser);
  await page.setViewportSize(kioskSize);
  await page.clock.install();
  await enrol(page, origin, "Waiting", demoSite.name);
  const code = await askForHelp(page);
  await expect(page.getByText("If nobody touches it for 10 minutes")).toBeVisible();
  await look(page);
  const dialog = page.getByRole("dialog", { name: "Are you still there?" });
  await page.clock.runFor(540_000);
  await expect(dialog).toBeHidden();
  await offerHelp(tablet, code);
  const asking = page.getByRole("region", { name: /Ana Silva. wants to help you/ });
  await expect(async () => {
    await page.clock.runFor(2_000);
    await expect(asking).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.clock.runFor(80_000);
  await expect(asking).toBeVisible();
  await expect(dialog).toBeHidden();
  await page.clock.runFor(12_000);
  await expect(dialog).toBeVisible();
  await page.clock.runFor(30_000);
  await arriveAt(page, "Welcome");
  await tablet.context().close();
});

test("a helper who comes and goes takes nothing away that somebody types", async ({ page, browser, origin }) => {
  await page.setViewportSize(kioskSize);
  await enrol(page, origin, "Typing", demoSite.name);
  const code = await askForHelp(page);
  const tablet = await startFloor(browser);
  await page.goto("/register");
  const name = page.getByLabel("Full name");
  await name.fill("Zebedee Quagmire");
  await offerHelp(tablet, code);
  const asking = page.getByRole("region", { name: /Ana Silva. wants to help you/ });
  await expect(asking).toBeVisible();
  await expect(name).toBeFocused();
  await expectAccessible(page);
  await asking.getByRole("button", { name: /Yes/ }).click();
  const helping = page.getByRole("region", { name: /Ana Silva. is helping you/ });
  await expect(helping).toBeVisible();
  await arriveAt(tablet, "You are helping");
  await expect(name).toHaveValue("Zebedee Quagmire");
  await expectAccessible(page);
  await page.getByLabel("Email address").fill("zebedee@example.org");
  await tablet.getByRole("button", { name: "Stop helping" }).click();
  await expect(helping).toBeHidden();
  await expect(name).toHaveValue("Zebedee Quagmire");
  await expect(page.getByLabel("Email address")).toHaveValue("zebedee@example.org");
  await expect(page).toHaveURL(/\/register$/);
  await tablet.context().close();
});

test("kiosk, floorwalker and phone at once: the case of what is sent from the phone tells of the help", async ({
  page,
  browser,
  origin,
}) => {
  await page.setViewportSize(kioskSize);
  await enrol(page, origin, "Three screens", demoSite.name);
  const code = await askForHelp(page);
  const tablet = await startFloor(browser);
  await offerHelp(tablet, code);
  await page.getByRole("button", { name: /Yes, .Ana Silva. may help me/ }).click();
  await arriveAt(tablet, "You are helping");
  await page.goto("/services/report-pothole/danger");
  await answer(page, "Is anyone in danger because of the pothole?", () => choose(page, "No, it is not an emergency"));
  await answer(page, "Where is the pothole?", () => page.getByLabel("Where exactly is it?").fill("By the old oak"));
  await expect(tablet.getByRole("main")).toContainText("By the old oak");

  await page.getByRole("link", { name: "Take it with you" }).click();
  await choose(page, "On my phone, now");
  await page.getByRole("button", { name: "Continue" }).click();
  await arriveAt(page, "Point your phone at this square");
  const own = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const phone = await own.newPage();
  await phone.goto(await readSquare(page));
  // Whoever taps twice has not said yes to a number that they have not read.
  await phone.getByRole("button", { name: "Move it to this device" }).dblclick();
  await arriveAt(phone, "Does the kiosk show this number?");
  await arriveAt(page, "Does your phone show this number?");
  await expect(page.locator(".app-code")).toHaveText((await phone.locator(".app-code").textContent())!);
  await page.getByRole("button", { name: "Yes, it is the same" }).click();
  await arriveAt(page, "Now say yes on your phone");
  // They leave the kiosk before they say yes on the phone.
  await endVisit(page);
  await arriveAt(tablet, "The help has ended");
  await expect(tablet.getByText("The visit has ended.")).toBeVisible();
  await phone.getByRole("button", { name: "Yes, it is the same" }).click();

  await expect(phone).toHaveURL(/report-pothole\/surface/);
  await answer(phone, /./, () => phone.getByRole("radio").first().check());
  await answer(phone, /./, async () => {
    for (const group of await phone.getByRole("group").all()) await group.getByRole("radio").first().check();
  });
  await answer(phone, /./);
  await answer(phone, /./);
  await phone.getByRole("button", { name: "Send report" }).click();
  await phone.waitForURL(/done/);
  await choose(tablet, "Using the screen");
  await choose(tablet, "Yes");
  await tablet.getByRole("button", { name: "Save" }).click();
  await expect(tablet.getByText("Your note is saved.")).toBeVisible();
  await phone.goto(`/cases/${new URL(phone.url()).pathname.split("/").at(-1)}`);
  await expect(phone.getByRole("main")).toContainText(/Ana Silva. helped you for 1 minute/);
  await expect(phone.getByRole("main")).toContainText("Help with using the screen.");
  await expectAccessible(phone);
  await page.goto("/account");
  await arriveAt(page, "Welcome");
  await own.close();
  await tablet.context().close();
});

test("the pages of helpers and of staff can be read in every language", async ({ page, browser, context, origin }) => {
  const kioskContext = await browser.newContext({ viewport: kioskSize });
  const kiosk = await kioskContext.newPage();
  await enrol(kiosk, origin, "Languages", demoSite.name);
  await page.goto("/floor");
  await fillSignIn(page, demoFloorwalker);
  await page.getByLabel("PIN of your site").fill(demoSite.pin);
  await page.getByRole("button", { name: "Continue" }).click();
  for (const lng of ["/cy", "/pl", "/ar"]) {
    await kiosk.goto(`${lng}/kiosk`);
    await kiosk.locator("button[name=to][value=help]").click();
    const code = (await kiosk.locator(".app-code").textContent())!;
    await page.goto(`${lng}/floor`);
    await expectAccessible(page);
    await page.getByRole("textbox").last().fill(code);
    await page.locator("main form button:not([name])").click();
    await expect(kiosk.locator(".app-helper button[value=yes]")).toBeVisible();
    await look(kiosk);
    await kiosk.locator(".app-helper button[value=yes]").click();
    await expect(kiosk.locator(".app-helper button[value=stop]")).toBeVisible();
    await look(kiosk);
    await expect(page.locator(".govuk-inset-text")).toBeVisible();
    await expectAccessible(page);
    await page.locator("main form button").click();
    await expect(page.getByRole("radio").first()).toBeVisible();
    await expectAccessible(page);
    await kiosk.locator(".app-bottom-bar .govuk-button--warning").click();
    await kiosk.locator("button[name=to]").first().waitFor();
  }
  await kioskContext.close();
  const staff = new Browser(origin);
  await signIn(staff, demoStaff);
  const visitor = new Visitor(origin, page, context);
  for (const path of ["/staff/kiosks", "/staff/floorwalkers"]) {
    await visitor.open(staff, path);
    await page.goto(path);
    await page.locator("main form button[type=submit]:not(.app-link-button)").last().click();
    await expect(page.getByRole("alert")).toBeVisible();
    await expectAccessible(page);
  }
});

/** The most stops before what somebody wants, at a kiosk. */
const mostStops = 20;

/** Goes on by Tab until something has the focus, which shows at each stop, then takes it. */
async function reach(page: Page, target: Locator, take?: "Enter" | "Space"): Promise<number> {
  await expect(target).toBeVisible();
  for (let stops = 1; stops <= mostStops; stops++) {
    await page.keyboard.press("Tab");
    await expectFocusShows(page);
    await expectFocusUncovered(page);
    if (!(await target.evaluate((element) => element === document.activeElement))) continue;
    if (take) await page.keyboard.press(take);
    return stops;
  }
  throw new Error(`${mostStops} stops did not lead to ${target} on ${page.url()}.`);
}

for (const take of ["Enter", "Space"] as const)
  test(`two switches, which send Tab and ${take}, lead from the start to a report and the end`, async ({
    page,
    origin,
  }) => {
    await page.setViewportSize(kioskSize);
    await enrol(page, origin, `Switches ${take}`);
    const to = (selector: string) => reach(page, page.locator(selector).first(), take);
    const skip = () => to(".govuk-skip-link");
    const goOn = () => to("main form button[type=submit]:not([name])");
    await to("a[hreflang=pl]");
    await page.waitForURL("**/pl/kiosk");
    await to("button[name=to][value=report]");
    // The list opens at what was chosen.
    await to("main a[href$='/services/report-pothole']");
    await to(".govuk-button--start");
    await page.waitForURL("**/danger");
    await skip();
    // Each of the choices is a stop, the last as well as the first.
    expect(await to("input[value=no-danger]")).toBe(4);
    await expect(page.locator("input[value=no-danger]")).toBeChecked();
    await goOn();
    await page.waitForURL("**/place");
    await skip();
    await reach(page, page.locator("[name=place-description]"));
    // Words need more than two keys: those of the person's own device, or of whoever helps.
    await page.keyboard.type("Przy bramie");
    await goOn();
    await page.waitForURL("**/surface");
    await skip();
    await to("input[value=road]");
    await goOn();
    await page.waitForURL("**/size-and-depth");
    await skip();
    await to("input[name=size][value=small]");
    await to("input[name=depth] >> nth=1");
    await goOn();
    for (const step of ["more", "contact", "check"]) {
      await page.waitForURL(`**/${step}`);
      await skip();
      await goOn();
    }
    await page.waitForURL("**/done/**");
    await to(".govuk-skip-link[href='#visit']");
    expect(await to(".app-bottom-bar .govuk-button--warning")).toBeLessThanOrEqual(7);
    await page.waitForURL("**/pl/kiosk**");
  });

test("touch alone leads from the start to a report and the end", async ({ browser, origin }) => {
  const context = await browser.newContext({ viewport: kioskSize, hasTouch: true });
  const page = await context.newPage();
  await enrol(page, origin, "Touch");
  const tap = (selector: string) => page.locator(selector).first().tap();
  const goOn = () => tap("main form button[type=submit]:not([name])");
  await tap("a[hreflang=ar]");
  await page.waitForURL("**/ar/kiosk");
  await tap("button[name=to][value=report]");
  await tap("main a[href$='/services/report-pothole']");
  await tap(".govuk-button--start");
  // A finger finds the words of a choice as well as its circle.
  await tap(".govuk-radios__item:has([value=no-danger]) label");
  await goOn();
  await tap("[name=place-description]");
  await expect(page.locator("[name=place-description]")).toBeFocused();
  await page.keyboard.type("By the gate");
  await goOn();
  await tap("input[value=road]");
  await goOn();
  await tap("input[name=size]");
  await tap("input[name=depth]");
  for (const step of ["more", "contact", "check"]) {
    await goOn();
    await page.waitForURL(`**/${step}`);
  }
  await goOn();
  await page.waitForURL("**/done/**");
  await tap(".app-bottom-bar .govuk-button--warning");
  await page.waitForURL("**/ar/kiosk**");
  await context.close();
});

for (const lng of ["", "/cy", "/pl", "/ar"])
  test(`every page of a kiosk can be used by touch and by everybody: ${lng || "/en"} @fonts`, async ({
    page,
    origin,
  }) => {
    await page.setViewportSize(kioskSize);
    await enrol(page, origin, "Pages");
    await page.goto(`${lng}/kiosk`);
    await look(page);
    await page.locator("button[name=to][value=help]").click();
    await expect(page.locator(".app-code")).toHaveText(/^\d{3} \d{3}$/);
    for (const path of [
      "/kiosk/help",
      "/kiosk/take",
      "/kiosk/idle",
      "/kiosk/end",
      "/services/report-pothole/danger",
      "",
    ]) {
      await page.goto(`${lng}${path}` || "/");
      await look(page);
    }
    await page.locator(".app-bottom-bar .govuk-button--warning").click();
    await page.locator("button[name=to]").first().waitFor();
    await look(page);
  });
