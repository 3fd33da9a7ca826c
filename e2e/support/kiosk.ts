import type { Page } from "@playwright/test";
import { Browser } from "../../app/testing/browser";
import { demoStaff, signIn } from "./accounts";

/** Adds a kiosk as staff do, and gives the code that enrols it. */
export async function newKioskCode(origin: string, name: string, site = "Central Library"): Promise<string> {
  const staff = new Browser(origin);
  await signIn(staff, demoStaff);
  await staff.open("/staff/kiosks");
  const page = await staff.submit({ name, site }, "#add");
  const own = page.dom.querySelectorAll(".govuk-inset-text").find((inset) => inset.text.includes(name))!;
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
