import { expect } from "@playwright/test";
import { Browser } from "../../app/testing/browser";

/** A message of the demo's mailbox. */
export interface Mail {
  subject: string;
  text: string;
  /** The path and query of its link into the portal. */
  link: string | undefined;
}

/** Waits for a message to somebody, such as the newest whose subject fits. */
export async function readMail(origin: string, to: string, subject: RegExp): Promise<Mail> {
  const browser = new Browser(origin);
  let found: Mail | undefined;
  await expect
    .poll(async () => (found = await findMail(browser, origin, to, subject)), {
      message: `a message to ${to} about ${subject}`,
      intervals: [100, 250, 500],
      timeout: 20_000,
    })
    .toBeDefined();
  return found!;
}

async function findMail(browser: Browser, origin: string, to: string, subject: RegExp): Promise<Mail | undefined> {
  const { dom } = await browser.open("/dev/mail");
  const item = dom.querySelectorAll("main li").find((one) => one.text.includes(to) && subject.test(one.text));
  const href = item?.querySelector("a")?.getAttribute("href");
  if (!href) return undefined;
  const page = await browser.open(href);
  const inside = page.dom.querySelectorAll("main a").map((a) => a.getAttribute("href") ?? "");
  const link = inside.find((one) => one.startsWith(origin))?.slice(origin.length);
  return { subject: page.heading, text: page.dom.querySelector("main")!.structuredText, link };
}
