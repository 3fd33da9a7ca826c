import { readdirSync, readFileSync } from "node:fs";
import { expect, type Page as Tab } from "@playwright/test";
import type { Page } from "../../app/testing/browser";
import { expectValidHtml } from "./html";

/** What every page of the portal keeps to, as the server sends it. */
export async function expectGoodHtml(page: Page): Promise<void> {
  await expectValidHtml(page.html, page.path);
  expectReadable(page);
  const { dom, path } = page;
  expect.soft(dom.querySelectorAll("h1"), `${path} has one h1`).toHaveLength(1);
  expect.soft(page.heading, `${path} has words in its h1`).not.toBe("");
  expect.soft(dom.querySelectorAll("main"), `${path} has one main part`).toHaveLength(1);
  const skip = dom.querySelector(".govuk-skip-link")?.getAttribute("href");
  expect.soft(skip && dom.querySelector(`main${skip}`), `the skip link of ${path} leads to its main part`).toBeTruthy();
  const hasErrors = dom.querySelector(".govuk-error-summary, .govuk-error-message") !== null;
  expect
    .soft(titleOf(page).startsWith("Error: "), `${path} says "Error: " in its title when there is one`)
    .toBe(hasErrors);
}

export const titleOf = (page: Page) => page.dom.querySelector("title")?.text ?? "";

/** No text is missing: no key stands where words should. */
export function expectReadable(page: Page): void {
  const body = page.dom.querySelector("body")!;
  for (const script of body.querySelectorAll("script")) script.remove();
  const words = body.structuredText;
  expect.soft(words.match(rawKey)?.[0], `${page.path} shows a key instead of words`).toBeUndefined();
  expect
    .soft(
      words.match(/\{\{|\[object |\bundefined\b|\bNaN\b|Invalid Date/)?.[0],
      `${page.path} shows what people cannot read`,
    )
    .toBeUndefined();
}

/** A namespace with a colon, or a text's key such as `questions.size.label`: made from the texts that there are. */
const rawKey = (() => {
  const folder = "locales/en";
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".json"));
  const groups = new Set<string>();
  for (const file of files) {
    const texts = JSON.parse(readFileSync(`${folder}/${file}`, "utf8")) as Record<string, unknown>;
    for (const [key, value] of Object.entries(texts)) if (typeof value === "object") groups.add(key);
  }
  const spaces = files.map((file) => file.slice(0, -".json".length).replaceAll("\\", "/"));
  return new RegExp(`(?<![\\w@./-])(?:(?:${spaces.join("|")}):[a-z]|(?:${[...groups].join("|")})\\.[a-z])[\\w.-]*`);
})();

/** Fails the test when a page says something went wrong in the browser, or asks another server for anything. */
export function watchTab(tab: Tab, origin: string): string[] {
  const problems: string[] = [];
  tab.on("pageerror", (error) => problems.push(`script error on ${tab.url()}: ${error.message}`));
  tab.on("console", (message) => {
    // Chromium also reports each page that answers 4xx, which is what the tests look at.
    const isStatus = message.text().startsWith("Failed to load resource: the server responded with a status of 4");
    if (message.type() === "error" && !isStatus) problems.push(`console on ${tab.url()}: ${message.text()}`);
  });
  tab.on("request", (request) => {
    if (!request.url().startsWith(origin) && !/^(data|blob|about):/.test(request.url()))
      problems.push(`a request to ${request.url()}`);
  });
  return problems;
}
