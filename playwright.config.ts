import { defineConfig, devices } from "@playwright/test";
import { fontsFromNpm } from "./e2e/support/fonts";
import { findChromium } from "./scripts/support/chromium.mjs";
import { nodePath } from "./scripts/support/prepare.mjs";

const port = Number(process.env["E2E_PORT"] ?? 4127);
const baseURL = `http://127.0.0.1:${port}`;
const phone = { ...devices["Pixel 7"], deviceScaleFactor: 1 };
const launchOptions = {
  executablePath: findChromium(),
  args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
};
/** Chromium that knows no fonts but those from npm: no size may hang on what a machine has. */
const otherFonts = { ...launchOptions, env: { ...process.env, ...fontsFromNpm() } as Record<string, string> };

/** Ends in a browser: journeys by people, and every page there is. The build must exist; `npm test` makes it. */
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  timeout: 120_000,
  expect: { timeout: 15_000 },
  fullyParallel: true,
  workers: 2,
  // On a machine that builds for others too, a browser may be slow once; what fails twice is broken.
  retries: process.env["CI"] ? 1 : 0,
  forbidOnly: Boolean(process.env["CI"]),
  reporter: [["list", { printSteps: false }]],
  use: {
    ...devices["Desktop Chrome"],
    baseURL,
    locale: "en-GB",
    timezoneId: "Europe/London",
    // To write everything down takes half the time of a journey: it is done when one is tried again.
    trace: "on-first-retry",
    launchOptions: process.env["E2E_FONTS"] === "npm" ? otherFonts : launchOptions,
  },
  projects: [
    { name: "pages", testDir: "e2e/pages", timeout: 600_000 },
    { name: "desktop", testDir: "e2e/journeys" },
    // The journeys that everybody needs, as somebody without scripts goes through them, on a phone.
    { name: "no-script", testDir: "e2e/journeys", grep: /@core/, use: { ...phone, javaScriptEnabled: false } },
    { name: "other-fonts", testDir: "e2e/journeys", grep: /@fonts/, use: { launchOptions: otherFonts } },
  ],
  webServer: {
    command: `"${nodePath()}" e2e/support/serve.mjs`,
    url: `${baseURL}/readyz`,
    env: { PORT: String(port) },
    timeout: 60_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 5000 },
  },
});
