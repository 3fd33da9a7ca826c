import { type ChildProcess, spawn } from "node:child_process";
import type { Page } from "@playwright/test";
import { Browser } from "../../app/testing/browser";
import { nodePath } from "../../scripts/support/prepare.mjs";
import { newEmail, password } from "../support/accounts";
import { readMail } from "../support/mail";
import { watchTab } from "../support/page-checks";
import { expect, test } from "../support/test";

const languages = [
  { lng: "en", at: "/dev/mail", label: "Find a message by its address or subject" },
  { lng: "ar", at: "/ar/dev/mail", label: "ابحث عن رسالة بعنوانها أو موضوعها" },
];

/** Has messages sent to two people. */
async function writeToTwo(origin: string): Promise<[string, string]> {
  const people: [string, string] = [newEmail("first"), newEmail("second")];
  for (const email of people) {
    const browser = new Browser(origin);
    await browser.open("/register");
    await browser.submit({ name: "Ola Nowak", email, "new-password": password });
    await readMail(origin, email, /Confirm/);
  }
  return people;
}

/** What is typed narrows the list at once, on the very page that the server sent. */
async function expectHydrated(page: Page, { at, label }: (typeof languages)[number], origin: string) {
  const [first, second] = await writeToTwo(origin);
  const problems = watchTab(page, origin);
  const field = page.getByRole("searchbox", { name: label });
  await page.goto(origin + at);
  const sent = await page.locator("main").innerText();
  await expect(page.locator("main")).toContainText(second);
  // It is typed again until the script is there.
  await expect(async () => {
    await field.fill("");
    await field.pressSequentially(first);
    await expect(page.locator("main")).not.toContainText(second, { timeout: 500 });
  }).toPass();
  await expect(page.locator("main li")).toHaveCount(1);
  await field.fill("nobody has this");
  await expect(page.locator("main").getByRole("status")).not.toBeEmpty();
  await field.fill("");
  expect(await page.locator("main").innerText(), "nothing is worded otherwise in the browser").toBe(sent);
  expect(page.url()).toBe(origin + at);
  expect(problems, "React takes the page over as it is").toEqual([]);
}

for (const language of languages)
  test(`a page that asks for it goes on in the browser (${language.lng})`, ({ page, origin }) =>
    expectHydrated(page, language, origin));

test.describe("behind Remix's own request handler", () => {
  const origin = `http://127.0.0.1:${Number(process.env["E2E_PORT"] ?? 4127) + 1}`;
  let server: ChildProcess;
  test.beforeAll(async () => {
    const env = { ...process.env, STOCK: "1", PORT: new URL(origin).port };
    server = spawn(nodePath(), ["e2e/support/serve.mjs"], { env, stdio: ["ignore", "ignore", "inherit"] });
    const isReady = () =>
      fetch(`${origin}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      );
    await expect.poll(isReady, { timeout: 60_000 }).toBe(true);
  });
  test.afterAll(() => void server.kill("SIGTERM"));
  test.describe.configure({ mode: "serial" });
  // Its pages are on another port than those of the other tests.
  test.use({ baseURL: origin });

  for (const language of languages)
    test(`it goes on in the browser just so (${language.lng})`, ({ page }) => expectHydrated(page, language, origin));
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  test("the same page is looked through with its button", async ({ page, origin }) => {
    const [first, second] = await writeToTwo(origin);
    await page.goto("/dev/mail");
    await expect(page.locator("main")).toContainText(second);
    await page.getByRole("searchbox").fill(first);
    await page.getByRole("button", { name: "Search" }).click();
    await expect(page.locator("main li")).toHaveCount(1);
    await expect(page.locator("main li")).toContainText(first);
  });
});

test("no other page gets a byte of it", async ({ page }) => {
  for (const path of ["/", "/ar/services/report-pothole/danger", "/search?q=bin", "/nowhere"]) {
    await page.goto(path, { waitUntil: "load" });
    const scripts = await page.locator("script").evaluateAll((all) => all.map((one) => one.getAttribute("src")));
    expect(scripts, path).toEqual([null, expect.stringMatching(/^\/assets\/islands-[\w-]+\.js$/)]);
    await expect(page.locator("script[type='application/json']")).toHaveCount(0);
  }
});
