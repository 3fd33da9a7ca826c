import type { Page } from "@playwright/test";
import { expectNoSidewaysScroll, findPoorContrast } from "../support/accessible";
import { expectFocusShows, expectFocusUncovered } from "../support/focus";
import { enrol, kioskSize, look } from "../support/kiosk";
import { expect, test } from "../support/test";

/** The screens that kiosks have: lying, and standing. */
const screens = [
  { width: 1280, height: 720 },
  { width: 1080, height: 1920 },
];

/** Touches the switch of the bar that is shown. */
const touch = (page: Page, look: string) => page.locator(`.app-bottom-bar [name="${look}"]:visible`).click();
const hasLook = (page: Page, ...looks: string[]) =>
  expect(page.locator("html")).toHaveClass(
    ["govuk-template", "app-kiosk", ...looks.map((one) => `app-${one}`)].join(" "),
  );
const fontSize = (page: Page, text: string) =>
  page.getByText(text, { exact: true }).evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));

test("one touch makes the text larger or the contrast higher, loses nothing typed, and ends with the visit", async ({
  page,
  origin,
}) => {
  await page.setViewportSize(kioskSize);
  await enrol(page, origin, "Looks");
  await page.getByRole("button", { name: "Larger text" }).click();
  await page.getByRole("heading", { level: 1, name: "What do you need to do?" }).waitFor();
  await hasLook(page, "large-text");

  await page.goto("/register");
  await page.getByLabel("Full name").fill("Zebedee Quagmire");
  await page.getByLabel("Email address").fill("zebedee@example.org");
  const large = await fontSize(page, "Full name");
  const bar = page.getByRole("navigation", { name: "Your visit" });
  await bar.getByRole("button", { name: "Normal text" }).click();
  await expect(bar.getByRole("button", { name: "Larger text" })).toBeFocused();
  expect(large / (await fontSize(page, "Full name"))).toBeGreaterThan(1.3);
  const saved = page.waitForResponse("**/kiosk/look");
  await bar.getByRole("button", { name: "High contrast" }).click();
  await expect(bar.getByRole("button", { name: "Normal colours" })).toBeFocused();
  await expect(page.getByLabel("Full name")).toHaveValue("Zebedee Quagmire");
  await expect(page.getByLabel("Email address")).toHaveValue("zebedee@example.org");
  await expect(page).toHaveURL(/\/register$/);
  expect((await saved).status()).toBe(204);
  await page.reload();
  await hasLook(page, "high-contrast");

  await bar.getByRole("button", { name: "End visit" }).click();
  await page.getByRole("heading", { level: 1, name: "Welcome" }).waitFor();
  await hasLook(page);
  await page.getByRole("button", { name: "Search for a service" }).click();
  await page.waitForURL("**/search");
  await hasLook(page);
});

test("larger text and higher contrast are there without scripts, and come back to the page they were touched on", async ({
  page,
  browser,
  origin,
}) => {
  await enrol(page, origin, "Looks without scripts");
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const kiosk = await plain.newPage();
  await kiosk.goto(`${origin}/pl/kiosk`);
  await kiosk.getByRole("button", { name: "Wysoki kontrast" }).click();
  await hasLook(kiosk, "high-contrast");
  await kiosk.goto(`${origin}/pl/services/report-pothole/danger`);
  await kiosk.getByRole("button", { name: "Większy tekst" }).click();
  await expect(kiosk).toHaveURL(/\/pl\/services\/report-pothole\/danger$/);
  await hasLook(kiosk, "large-text", "high-contrast");
  await kiosk.getByRole("button", { name: "Zwykły tekst" }).click();
  await hasLook(kiosk, "high-contrast");

  // Typed, and not sent yet.
  await kiosk.locator("input[value=no-danger]").check();
  await kiosk.locator("main form button[type=submit]").click();
  await kiosk.locator("[name=place-description]").fill("Pod starym dębem");
  await kiosk.getByRole("button", { name: "Większy tekst" }).click();
  await hasLook(kiosk, "large-text", "high-contrast");
  await expect(kiosk).toHaveURL(/\/pl\/services\/report-pothole\/place$/);
  await expect(kiosk.locator("[name=place-description]")).toHaveValue("Pod starym dębem");
  await plain.close();
});

test("the bar's rows are full in larger text, whatever the screen and the language", async ({ page, origin }) => {
  await page.setViewportSize(kioskSize);
  await enrol(page, origin, "Bars");
  await page.getByRole("button", { name: "Larger text" }).click();
  await page.getByRole("heading", { level: 1, name: "What do you need to do?" }).waitFor();
  for (const lng of ["", "/cy", "/pl", "/ar"])
    for (const screen of screens) {
      await page.setViewportSize(screen);
      await page.goto(`${lng}/track`);
      expect(await page.locator(".app-bottom-bar").evaluate(findGaps), `${lng} at ${screen.width}`).toEqual([]);
    }
});

/** Room between or beside the buttons of a row that is more than the gap between them. It runs in the browser. */
const findGaps = (bar: Element) => {
  const { paddingLeft, paddingRight } = getComputedStyle(bar);
  const { left, right } = bar.getBoundingClientRect();
  const edges = { from: left + Number.parseFloat(paddingLeft), to: right - Number.parseFloat(paddingRight) };
  const rows = new Map<number, { from: number; to: number }[]>();
  for (const button of bar.querySelectorAll(".govuk-button")) {
    if (!button.checkVisibility()) continue;
    const { left: from, right: to, top, height } = button.getBoundingClientRect();
    const middle = Math.round((top + height / 2) / 20);
    rows.set(middle, [...(rows.get(middle) ?? []), { from, to }]);
  }
  return [...rows.values()].flatMap((row) => {
    row.sort((a, b) => a.from - b.from);
    const ends = [edges.from - 10, ...row.map(({ to }) => to)];
    const begins = [...row.map(({ from }) => from), edges.to + 10];
    return begins.map((begin, at) => Math.round(begin - ends[at]!)).filter((gap) => gap > 12);
  });
};

/** Words that do not fit what they stand on, but for the few px that a button takes around itself. It runs in the browser. */
const findClipped = () =>
  [...document.querySelectorAll<HTMLElement>("button, .govuk-button, label, select, .govuk-tag, h1, h2, summary")]
    .filter((element) => element.checkVisibility() && !element.closest(".govuk-visually-hidden"))
    .filter((element) => element.scrollWidth > element.clientWidth + 4 && element.clientWidth > 1)
    .map((element) => element.outerHTML.slice(0, 120));

/** At a screen of this size: all fits, and what sends the page lies below nothing. */
async function expectFits(page: Page): Promise<void> {
  for (const screen of screens) {
    await page.setViewportSize(screen);
    await expectNoSidewaysScroll(page);
    expect.soft(await page.evaluate(findClipped), `${page.url()} cuts words off`).toEqual([]);
    const send = page.locator("main form button[type=submit]:not([name]):visible, main .govuk-button--start").last();
    if ((await send.count()) === 0) continue;
    await send.blur();
    await page.evaluate(() => window.scrollTo(0, 0));
    await send.focus();
    await expectFocusUncovered(page);
  }
  await page.setViewportSize(kioskSize);
}

for (const lng of ["", "/cy", "/pl", "/ar"])
  test(`everything fits in larger text, and can be told from its ground in higher contrast: ${lng || "/en @fonts"}`, async ({
    page,
    origin,
  }) => {
    test.slow();
    await page.setViewportSize(kioskSize);
    await enrol(page, origin, "Looks everywhere");
    await page.goto(`${lng}/kiosk`);
    await look(page);
    await page.locator(".app-start__looks button[name=high-contrast]").click();
    await page.waitForURL((url) => !url.pathname.endsWith("/kiosk"));
    await touch(page, "large-text");
    await page.locator(".app-bottom-bar form[action$='/kiosk/help'] button").click();
    const see = async () => {
      await hasLook(page, "large-text", "high-contrast");
      // Colours are the same in every language.
      if (!lng) expect.soft(await findPoorContrast(page), `${page.url()} has too little contrast`).toEqual([]);
      await expectFits(page);
    };
    await see();
    for (const path of ["", "/search", "/services", "/services/report-pothole", "/kiosk/take", "/track"]) {
      await page.goto(`${lng}${path}` || "/");
      await see();
    }
    await page.goto(`${lng}/services/report-pothole/danger`);
    await page.locator("main form button[type=submit]:not([name])").click();
    await page.getByRole("alert").waitFor();
    await see();
    await page.locator("input[value=no-danger]").focus();
    await expectFocusShows(page);
    await page.locator("input[value=no-danger]").check();
    for (const step of ["place", "surface", "size-and-depth", "more", "contact", "check", "done"]) {
      await page.locator("main form button[type=submit]:not([name])").click();
      await page.waitForURL(`**/${step}**`);
      await see();
      if (step === "place") await page.locator("[name=place-description]").fill("By the gate");
      for (const name of { surface: ["surface"], "size-and-depth": ["size", "depth"] }[step] ?? [])
        await page.locator(`input[name=${name}]`).first().check();
    }
  });
