import { beforeAll, describe, expect, it } from "vitest";
import { seedResources } from "~db/seed/resources";
import { createAccount } from "../features/accounts/accounts.server";
import { copySqlite } from "../platform/db/testing.server";
import type { Page } from "../testing/browser";
import { otherCouncil } from "../testing/council";
import { openTestPortal, type TestPortal } from "../testing/portal.server";

const languages = ["en", "cy", "pl", "ar"] as const;
type Language = (typeof languages)[number];

/** Who must be called at once, and at which number: [service, first step, answer, number (council: its own), others there]. */
const dangers: [service: string, step: string, answer: string, call: string, others: string[]][] = [
  ["report-council-home-repair", "danger", "gas-smell", "0800 111 999", ["999"]],
  ["report-council-home-repair", "danger", "fire", "999", []],
  ["report-council-home-repair", "danger", "stuck-in-lift", "020 7946 0222", ["999"]],
  ["report-pothole", "danger", "gas-smell", "0800 111 999", ["999"]],
  ["report-pothole", "danger", "someone-hurt", "999", []],
  ["request-call-back", "topic", "danger", "999", []],
  ["request-call-back", "topic", "safeguarding", "council", ["999", "101", "0808 800 5000", "0800 1111"]],
];

describe("who is in danger is told at once whom to call", () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await openTestPortal(await copySqlite(), { env: { RATE_LIMITS: "false" } });
  });

  it.each(dangers)("%s, %s: %s leads to %s", async (service, step, answer, call, others) => {
    for (const language of languages) {
      const page = await answerFirst(portal, language, service, { [step]: answer });
      const number = call === "council" ? portal.house.config.council.phone : call;
      const link = page.dom.querySelector("main a[href^='tel:']");
      expect(link?.getAttribute("href"), `${language} ${page.path}`).toBe(`tel:${link?.text.replaceAll(" ", "")}`);
      expect(link?.text, language).toBe(number);
      for (const other of others) expect(page.text, language).toContain(other);
      expect(page.dom.querySelector("main [lang]"), `${page.path} is all in ${language}`).toBeNull();
    }
  });
});

/** What the council has a number for, where it does: [service, step, answer, number]. */
const emergencies: [service: string, step: string, answer: string, number: string][] = [
  ["report-council-home-repair", "danger", "electrics", "020 7946 0222"],
  ["report-council-home-repair", "danger", "stuck-in-lift", "020 7946 0222"],
  ["report-pothole", "danger", "likely-accident", "020 7946 0111"],
  ["report-fly-tipping", "danger", "blocking-road", "020 7946 0111"],
];
const atNight = /day or night|dydd neu nos|dnia i nocy|الليل أو النهار/;

describe("an emergency that is the council's own", () => {
  let demo: TestPortal;
  let other: TestPortal;
  beforeAll(async () => {
    demo = await openTestPortal(await copySqlite(), { env: { RATE_LIMITS: "false" } });
    other = await openTestPortal(await copySqlite(), {
      env: { ...otherCouncil, DEMO: "false", RATE_LIMITS: "false" },
    });
  });

  it.each(emergencies)("%s, %s: %s is answered at any hour only where the council says so", async (...emergency) => {
    const [service, step, answer, number] = emergency;
    for (const language of languages) {
      const atAnyHour = await answerFirst(demo, language, service, { [step]: answer });
      expect(atAnyHour.dom.querySelector("main a[href^='tel:']")?.text, language).toBe(number);
      expect(atAnyHour.text, language).toMatch(atNight);
      const atOffice = await answerFirst(other, language, service, { [step]: answer });
      expect(atOffice.dom.querySelector("main a[href^='tel:']")?.text, language).toBe(otherCouncil.COUNCIL_PHONE);
      expect(atOffice.text, language).not.toMatch(atNight);
      expect(atOffice.text, language).toContain(other.house.texts(language).facts["hours"]);
      expect(atOffice.text, language).toContain("999");
    }
  });
});

describe("whoever has nowhere to sleep tonight", () => {
  it.each([
    ["at any hour, where somebody answers", {}, "020 7946 0333"],
    ["at the office, where nobody does", { ...otherCouncil, DEMO: "false" }, otherCouncil.COUNCIL_PHONE],
  ])("is told whom to call %s, and whom else", async (_where, env, number) => {
    const portal = await openTestPortal(await copySqlite(), { env: { ...env, RATE_LIMITS: "false" } });
    await seedResources(portal.house.db, portal.house.clock.now());
    for (const language of languages) {
      const browser = portal.browser();
      const start = await browser.open(`${language === "en" ? "" : `/${language}`}/services/book-advisor-appointment`);
      await browser.open(start.dom.querySelector("a.govuk-button--start")!.getAttribute("href")!);
      await browser.submit({ topic: "homelessness" });
      const notice = await browser.submit({ tonight: "yes" });
      for (const one of [number, "999", "101", "0808 2000 247", "0808 800 4444", "08000 495 495"])
        expect(notice.text, language).toContain(one);
      expect(atNight.test(notice.text), language).toBe(number === "020 7946 0333");
      const { hours } = portal.house.texts(language).facts;
      expect(notice.text.includes(hours!), language).toBe(number === otherCouncil.COUNCIL_PHONE);
    }
  });
});

describe("council tax support", () => {
  it("warns people with no recourse to public funds before it asks anything, and promises nobody that it tells no one", async () => {
    const { house, browser: person } = await openTestPortal(await copySqlite());
    const account = { email: "visa@example.org", name: "Vi Sa", password: "wagon thistle harbour" };
    await createAccount(house, account);
    const browser = person();
    await browser.open("/sign-in");
    await browser.submit(account);
    for (const language of languages) {
      const at = `${language === "en" ? "" : `/${language}`}/services/apply-council-tax-support`;
      await browser.open(at);
      const page = await browser.open(`${at}/tasks`);
      const first = page.dom.querySelector(`main a[href^="${at}/"]`)?.getAttribute("href");
      const notice = await browser.open(first ?? "");
      expect(notice.own, language).toBe("/services/apply-council-tax-support/immigration");
      expect(notice.text, language).toMatch(/[“„«]no recourse to public funds[”»]/);
      expect(notice.dom.querySelector("main input:not([type=hidden])")).toBeNull();
      await browser.open(`${at}/about-you`);
      const born = { "date-of-birth-day": "1", "date-of-birth-month": "2", "date-of-birth-year": "1980" };
      const status = await browser.submit(born);
      expect(status.own, language).toBe("/services/apply-council-tax-support/status");
      expect(status.text, language).not.toMatch(/anyone else|neb arall|Nikomu|أي جهة أخرى/);
    }
  });
});

async function answerFirst(
  portal: TestPortal,
  language: Language,
  service: string,
  answer: Record<string, string>,
): Promise<Page> {
  const browser = portal.browser();
  const start = await browser.open(`${language === "en" ? "" : `/${language}`}/services/${service}`);
  await browser.open(start.dom.querySelector("a.govuk-button--start")!.getAttribute("href")!);
  return browser.submit(answer);
}
