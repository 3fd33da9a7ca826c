// Takes the pictures of the README anew: node scripts/screenshots.mjs (after npm run build, on the project's own Node).
import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import sharp from "sharp";
import { findChromium } from "./support/chromium.mjs";
import { nodePath, root } from "./support/prepare.mjs";

const port = 4137;
const origin = `http://127.0.0.1:${port}`;
const folder = join(root, "docs/images");
const desktop = { width: 1280, height: 860 };
const phone = { width: 390, height: 844 };

const server = spawn(nodePath(), ["e2e/support/serve.mjs"], {
  cwd: root,
  env: { ...process.env, PORT: String(port) },
  stdio: ["ignore", "ignore", "inherit"],
});
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
});
try {
  await untilReady();
  mkdirSync(folder, { recursive: true });
  await takeAll();
} finally {
  await browser.close();
  server.kill();
}

async function takeAll() {
  const context = await browser.newContext({ locale: "en-GB", timezoneId: "Europe/London", baseURL: origin });
  const page = await context.newPage();
  await page.goto("/");
  await take(page, "home-desktop", desktop);
  await take(page, "home-phone", phone);
  await page.goto("/ar");
  await take(page, "home-arabic-phone", phone);
  await reportPothole(page);
  await openAsStaff();
}

/** Goes through one report and takes its pages on the way. */
async function reportPothole(page) {
  const go = () => page.getByRole("button", { name: "Continue" }).click();
  await page.goto("/services/report-pothole/danger");
  await page.getByRole("radio").last().check();
  await go();
  await page.getByLabel("Postcode or street name").fill("BK1 2AB");
  await page.getByLabel("Where exactly is it?").fill("Outside number 12, next to the post box");
  await go();
  await page.getByLabel("Road", { exact: true }).check();
  await take(page, "question-phone", phone);
  await page.goto("/ar/services/report-pothole/surface");
  await page.getByRole("radio").first().check();
  await take(page, "question-arabic-phone", phone);
  await page.goto("/services/report-pothole/surface");
  await page.getByLabel("Road", { exact: true }).check();
  await go();
  for (const name of ["size", "depth"]) await page.locator(`input[name=${name}]`).nth(1).check();
  await go();
  await page.getByLabel(/What else/).fill("Cars swerve around it.");
  await go();
  await page.getByLabel(/Your name/).fill("Rowan Ashby");
  await page.getByLabel(/Email/).fill("rowan@example.org");
  await go();
  await page.getByRole("heading", { level: 1, name: "Check your answers" }).waitFor();
  await take(page, "check-answers", desktop);
  await page.getByRole("button", { name: "Send report" }).click();
  await page.getByText("What happens next").waitFor();
  await take(page, "confirmation", desktop);
  await page.getByRole("link", { name: "See how it is going" }).click();
  await page.getByText("What you told us").waitFor();
  await take(page, "case", desktop);
}

async function openAsStaff() {
  const page = await (await browser.newContext({ baseURL: origin })).newPage();
  await page.goto("/sign-in");
  await page.getByLabel("Email address").fill("staff@demo.example");
  await page.getByLabel("Password", { exact: true }).fill("green-bracken-26");
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { level: 1, name: "Cases" }).waitFor();
  await take(page, "staff-list", desktop);
}

/** Few colours are enough for pages of text, and make small files. */
async function take(page, name, size) {
  await page.setViewportSize(size);
  await page.evaluate(() => document.activeElement?.blur());
  const picture = await page.screenshot({ animations: "disabled" });
  await sharp(picture)
    .png({ palette: true, colours: 64, effort: 10 })
    .toFile(join(folder, `${name}.png`));
}

async function untilReady() {
  for (let tries = 0; tries < 300; tries++) {
    const ready = await fetch(`${origin}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The portal did not start on ${origin} within 30 seconds.`);
}
