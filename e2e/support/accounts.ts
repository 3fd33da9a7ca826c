import { randomUUID } from "node:crypto";
import { Browser } from "../../app/testing/browser";
import { readMail } from "./mail";

export const password = "long enough 26";

/** The account of a member of staff that every demo has, as the start of the portal prints it. */
export const demoStaff = { email: "staff@demo.example", password: "green-bracken-26" };

/** The floorwalker that every demo has, and the PIN of the site where they work. */
export const demoFloorwalker = { email: "floorwalker@demo.example", password: "green-bracken-26" };
export const demoSite = { name: "Brackenford House", pin: "260426" };

/** An address that nobody else in the tests has. */
export const newEmail = (who = "someone") => `${who}-${randomUUID().slice(0, 8)}@example.org`;

/** Makes an account as everybody does, by the confirmation message, and signs in with it. */
export async function signInAsNew(origin: string, name = "Ola Nowak"): Promise<{ browser: Browser; email: string }> {
  const browser = new Browser(origin);
  const email = newEmail("account");
  await browser.open("/register");
  await browser.submit({ name, email, "new-password": password });
  const { link } = await readMail(origin, email, /Confirm/);
  await browser.open(link!);
  await browser.submit();
  await signIn(browser, { email, password });
  return { browser, email };
}

/** Signs in a browser without scripts. */
export async function signIn(browser: Browser, account: { email: string; password: string }): Promise<void> {
  await browser.open("/sign-in");
  const page = await browser.submit({ email: account.email, password: account.password });
  if (page.path.startsWith("/sign-in"))
    throw new Error(`${account.email} could not sign in: ${page.text.slice(0, 200)}`);
}

/** The cookies of a browser without scripts, for Chromium. */
export const cookiesOf = (browser: Browser, origin: string) =>
  [...browser.cookies].map(([name, value]) => ({ name, value, url: origin }));
