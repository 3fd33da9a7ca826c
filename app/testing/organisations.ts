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
