import { beforeAll, describe, expect, it } from "vitest";
import { copySqlite } from "../platform/db/testing.server";
import type { Page } from "../testing/browser";
import { openTestPortal, type TestPortal } from "../testing/portal.server";

const languages = ["en", "cy", "pl", "ar"] as const;
type Language = (typeof languages)[number];

/** Who must be called at once, and at which number: [service, first step, answer, number (council: its own, any: one of its contacts), others there]. */
const dangers: [service: string, step: string, answer: string, call: string, others: string[]][] = [
  ["report-council-home-repair", "danger", "gas-smell", "0800 111 999", ["999"]],
  ["report-council-home-repair", "danger", "fire", "999", []],
  ["report-council-home-repair", "danger", "stuck-in-lift", "any", ["999"]],
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
      if (call !== "any") expect(link?.text, language).toBe(number);
      for (const other of others) expect(page.text, language).toContain(other);
      expect(page.dom.querySelector("main [lang]"), `${page.path} is all in ${language}`).toBeNull();
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
