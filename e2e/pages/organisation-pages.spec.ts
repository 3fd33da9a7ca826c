import { languageCodes, pathFor } from "../../app/platform/i18n/languages";
import { addOrganisation } from "../../app/testing/organisations";
import { newEmail, signInAsNew } from "../support/accounts";
import { readMail } from "../support/mail";
import { expect, test } from "../support/test";
import { Visitor } from "../support/visit";

// The width of a small phone, or of a wide window at 400 %.
test.use({ viewport: { width: 320, height: 640 } });

test("every page of an organisation, in every language", async ({ page: tab, context, origin }) => {
  const visitor = new Visitor(origin, tab, context);
  const looked = languageCodes;
  const { browser } = await signInAsNew(origin, "Olwen Pryce");
  await visitor.open(browser, "/organisations/new", { looked });
  expect(await visitor.sendEmpty(browser, "/organisations/new")).toBe(true);
  const id = await addOrganisation(browser);
  const at = (path: string) => pathFor(id, path);
  const { browser: other, email } = await signInAsNew(origin, "Ben Hale");
  for (const [to, role] of [
    [email, "member"],
    [newEmail("invited"), "read-only"],
  ] as const) {
    await browser.open(at("/organisation"));
    await browser.submit({ email: to, role }, "main form:has(input[name=email])");
  }
  const { link } = await readMail(origin, email, /invites you/);
  const invitation = link!;
  await visitor.open(other, invitation, { looked });
  await other.open(invitation);
  await other.submit();
  await visitor.open(other, invitation, { looked, status: 410 });
  await other.open(at("/services/report-pothole/danger"));
  await other.submit({ danger: "no-danger" });
  for (const path of ["/", "/account", "/organisation?done=invited", "/organisation/history"])
    await visitor.open(browser, at(path), { looked, alone: false });
  const people = await browser.open(at("/organisation"));
  const member = people.dom.querySelectorAll("main li a").map((one) => one.getAttribute("href")!);
  for (const path of member) await visitor.open(browser, path, { looked, alone: false });
  // Refused kindly: at home, as a business, and where the role lets nobody apply.
  for (const path of [at("/services/report-missed-collection"), "/services/apply-skip-licence"])
    await visitor.open(browser, path, { looked, alone: false });
});
