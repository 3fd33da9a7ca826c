import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { Browser } from "../../app/testing/browser";
import { expectAccessible, expectNoSidewaysScroll } from "./accessible";
import { demoStaff, signIn } from "./accounts";

/** The screen of a kiosk, in CSS px. */
export const kioskSize = { width: 1280, height: 1024 };

/** Adds a kiosk as staff do, and gives the code that enrols it. */
export async function newKioskCode(origin: string, name: string, site = "Central Library"): Promise<string> {
  const staff = new Browser(origin);
  await signIn(staff, demoStaff);
  await staff.open("/staff/kiosks");
  // The same test may run twice at once, in two projects: each finds the code of its own.
  const called = `${name} ${randomUUID().slice(0, 8)}`;
  const page = await staff.submit({ name: called, site }, "#add");
  const own = page.dom.querySelectorAll(".govuk-inset-text").find((inset) => inset.text.includes(called))!;
  return own.querySelector(".app-code")!.text;
}

/** Makes the browser of a page a kiosk, and shows its start screen. */
export async function enrol(page: Page, origin: string, name: string, site?: string): Promise<void> {
  const code = await newKioskCode(origin, name, site);
  await page.goto("/kiosk/enrol");
  await page.getByLabel("Code").fill(code);
  await page.getByRole("button", { name: "Set up the kiosk" }).click();
  await page.getByRole("heading", { level: 1, name: "Welcome" }).waitFor();
}

/** axe, no sideways scrolling and large targets: as a kiosk is, and magnified four times. */
export async function look(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  const small = await page.evaluate(findSmallTargets);
  expect.soft(small, `targets of ${page.url()} that are too small`).toEqual([]);
  await page.setViewportSize({ width: kioskSize.width / 4, height: kioskSize.height / 4 });
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.setViewportSize(kioskSize);
}

/** What a finger may miss: lower than 44 px, and not a link within a sentence. */
function findSmallTargets(): string[] {
  const targets = document.querySelectorAll<HTMLElement>(
    ":is(main, .app-bottom-bar, .app-acting) :is(a, button, summary, select, input:not([type=hidden]))",
  );
  const isInSentence = (target: HTMLElement) =>
    target.matches("p a") && target.parentElement!.textContent!.trim() !== target.textContent!.trim();
  return [...targets]
    .filter((target) => !target.ariaHidden && target.checkVisibility() && !isInSentence(target))
    .filter((target) => target.getBoundingClientRect().height < 44)
    .map((target) => `${target.getBoundingClientRect().height} px: ${target.outerHTML.slice(0, 160)}`);
}
