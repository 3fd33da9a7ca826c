// What a first visit to each kind of page makes Chromium fetch: nothing is cached, the page is all it has asked for.
import { chromium } from "@playwright/test";
import { findChromium } from "../support/chromium.mjs";
import { Connection } from "./http.mjs";
import { questionStep, service, Visitor, walkJourney } from "./journey.mjs";

/** @returns for each kind of page: requests, bytes over the network, and those of the page itself */
export async function weigh(portal) {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ["--no-sandbox", "--disable-dev-shm-usage"],
  });
  try {
    const weights = [];
    for (const { kind, path, cookie } of await pagesOf(portal))
      weights.push({ kind, ...(await weighPage(browser, portal, path, cookie)) });
    return weights;
  } finally {
    await browser.close();
  }
}

/** Every kind of page, with the cookie of somebody who may see it. */
async function pagesOf(portal) {
  const visitor = () => new Visitor(new Connection(portal.port));
  const [asking, checking, done, staff] = [visitor(), visitor(), visitor(), visitor()];
  const question = await walkJourney(asking, questionStep);
  const check = await walkJourney(checking, "check");
  const confirmation = await walkJourney(done);
  const form = await staff.get("sign-in", "/sign-in");
  await staff.submit("sign-in", form, { email: "staff@demo.example", password: "green-bracken-26" }, "/sign-in");
  for (const { connection } of [asking, checking, done, staff]) connection.close();
  return [
    { kind: "home", path: "/" },
    { kind: "start", path: `/services/${service}` },
    { kind: "question", path: question, cookie: asking.cookie },
    { kind: "check", path: check, cookie: checking.cookie },
    { kind: "confirmation", path: confirmation, cookie: done.cookie },
    { kind: "case", path: `/cases/${confirmation.split("/").at(-1)}`, cookie: done.cookie },
    { kind: "search", path: "/search?q=bin" },
    { kind: "staff", path: "/staff", cookie: staff.cookie },
  ];
}

async function weighPage(browser, portal, path, cookie) {
  const origin = `http://127.0.0.1:${portal.port}`;
  const context = await browser.newContext();
  const cookies = (cookie ? cookie.split("; ") : []).map((pair) => {
    const end = pair.indexOf("=");
    return { name: pair.slice(0, end), value: pair.slice(end + 1), url: origin };
  });
  await context.addCookies(cookies);
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  await network.send("Network.enable");
  const sizes = [];
  let [pageId, pageBytes] = ["", 0];
  network.on("Network.requestWillBeSent", ({ requestId, type }) => {
    if (type === "Document") pageId = requestId;
  });
  network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    sizes.push(encodedDataLength);
    if (requestId === pageId) pageBytes = encodedDataLength;
  });
  const answer = await page.goto(origin + path, { waitUntil: "networkidle" });
  await context.close();
  if (answer.status() !== 200) throw new Error(`${path} was answered with ${answer.status()}`);
  return { requests: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0), pageBytes };
}
