import { expect, type Locator, type Page } from "@playwright/test";

/** A small picture, as somebody's evidence. */
export const photo = (name = "photo.png") => ({
  name,
  mimeType: "image/png",
  buffer: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==",
    "base64",
  ),
});

/** Waits until a page with this heading is there. */
export async function arriveAt(page: Page, heading: string | RegExp): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
}

/** Answers a page of the flow, then goes on. */
export async function answer(page: Page, heading: string | RegExp, fill?: () => Promise<unknown>): Promise<void> {
  await arriveAt(page, heading);
  await fill?.();
  await page.getByRole("button", { name: "Continue", exact: true }).click();
}

/** Chooses an option by its label. */
export const choose = (page: Page | Locator, label: string) =>
  page.getByRole("radio", { name: label, exact: true }).check();
export const tick = (page: Page | Locator, label: string | RegExp) =>
  page.getByRole("checkbox", { name: label, exact: true }).check();

/** Finds an address by its postcode and chooses it, on a page with this heading. */
export async function findAddress(page: Page, heading: string, postcode: string, first: string): Promise<void> {
  await arriveAt(page, heading);
  await page.getByLabel("Postcode", { exact: true }).fill(postcode);
  await page.getByRole("button", { name: "Find address" }).click();
  const list = page.getByLabel("Choose the address");
  await list.selectOption({ label: (await list.getByRole("option", { name: first }).first().textContent()) ?? "" });
  await page.getByRole("button", { name: "Continue", exact: true }).click();
}

/** Writes a date into its three fields. */
export async function fillDate(within: Page | Locator, date: Date): Promise<void> {
  await within.getByLabel("Day", { exact: true }).fill(String(date.getDate()));
  await within.getByLabel("Month", { exact: true }).fill(String(date.getMonth() + 1));
  await within.getByLabel("Year", { exact: true }).fill(String(date.getFullYear()));
}

/** The reference of the confirmation that is on the page now. */
export async function readReference(page: Page, heading: string): Promise<string> {
  await arriveAt(page, heading);
  const reference = new URL(page.url()).pathname.split("/").at(-1)!;
  expect(reference).toMatch(/^[2-9A-Z]{3}-[2-9A-Z]{3}-[2-9A-Z]{3}$/);
  await expect(page.locator("main")).toContainText(reference);
  return reference;
}

/** Starts a service from its start page. */
export async function start(page: Page, title: string, path: string): Promise<void> {
  await page.goto(path);
  await arriveAt(page, title);
  await page
    .getByRole("link", { name: "Start now" })
    .or(page.getByRole("button", { name: "Start now" }))
    .click();
}

/** Signs in at the page that asks for it. */
export async function fillSignIn(page: Page, account: { email: string; password: string }): Promise<void> {
  await arriveAt(page, "Sign in");
  await page.getByLabel("Email address").fill(account.email);
  await page.getByLabel("Password", { exact: true }).fill(account.password);
  await page.getByRole("button", { name: "Sign in" }).click();
}
