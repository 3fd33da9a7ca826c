import { desc, eq } from "drizzle-orm";
import { letterTables } from "~db/schema/letters";
import type { House } from "../platform/house.server";
import { pathFor } from "../platform/i18n/languages";
import { openSealed } from "../platform/sealed.server";
import type { Browser } from "./browser";

/** What every test's business says of itself. */
export const bakery = {
  kind: "company",
  name: "Crumb & Sons",
  "company-number": "01234567",
  "premises-mode": "hand",
  "premises-line1": "1 Mill Lane",
  "premises-town": "Brackenford",
  "premises-postcode": "BK1 2AB",
};

/** Sets a business up by the form, for whoever is signed in. @returns its id, which stands in the paths of its pages */
export async function addOrganisation(browser: Browser, fields: Record<string, string> = bakery): Promise<string> {
  await browser.open("/organisations/new");
  // First what it is, then where.
  await browser.submit(fields);
  const page = await browser.submit(fields);
  const [, id] = /^\/for\/([^/]+)\/organisation/.exec(page.path) ?? [];
  if (!id) throw new Error(`The organisation was not set up: ${page.path} ${page.text.slice(0, 300)}`);
  return id;
}

/** Asks for the letter that proves an organisation, for its owner: to the address that the page offers. */
export async function askForLetter(browser: Browser, id: string, fields: Record<string, string> = {}) {
  await browser.open(pathFor(id, "/organisation/proof/letter"));
  await browser.submit(fields);
  return browser.submit({ send: "yes" });
}

/** The newest letter that waits for staff to print it, and the code that its PDF will show. */
export async function readWaitingLetter({ db, config }: House): Promise<{ id: string; code: string }> {
  const { letters } = db.tables(letterTables);
  const queued = db.q.select().from(letters).where(eq(letters.state, "queued"));
  const [letter] = await queued.orderBy(desc(letters.createdAt)).limit(1);
  if (!letter) throw new Error("No letter waits.");
  return { id: letter.id, code: openSealed(config.secret, String(letter.values["code"])) };
}
