import { councilOf } from "../../app/platform/council";
import { definitions } from "../../app/services/definitions";
import type { Page } from "../../app/testing/browser";
import { Browser } from "../../app/testing/browser";
import { Filler } from "../../app/testing/filler";
import { addOrganisation } from "../../app/testing/organisations";
import { seededRandom } from "../../db/seed/borough/random";
import { signInAsNew } from "../support/accounts";
import { businessRates, councilTax, invoice, parkingCharge } from "../support/bills";
import { expect, test } from "../support/test";
import { Visitor } from "../support/visit";
import { walk } from "../support/walk";

const { bodies } = councilOf({});
/** Walks enough for every step of every service, seldom needed in full. */
const mostWalks = 80;

// The width of a small phone, or of a wide window at 400 %.
test.use({ viewport: { width: 320, height: 640 } });

for (const service of definitions)
  test(`${service.id}: every page in every state`, async ({ page: tab, context, origin }) => {
    const visitor = new Visitor(origin, tab, context);
    const isBusiness = !service.audience.includes("resident");
    const needsAccount = service.signIn === "required" || isBusiness;
    const { browser: member } = needsAccount ? await signInAsNew(origin) : { browser: undefined };
    const organisation = isBusiness ? await addOrganisation(member!) : undefined;
    const seen = new Set<string>();
    const isNew = (key: string) => seen.size < seen.add(key).size;
    let browser = member ?? new Browser(origin);
    const watch = {
      arrive: async (page: Page, key: string) => {
        if (!isNew(key)) return;
        const asks = service.steps.some((step) => key.split(" ")[0] === step.id && step.kind === "questions");
        if (asks) await visitor.sendEmpty(browser, page.path);
        await visitor.open(browser, page.path);
      },
      answered: async (path: string, key: string) => {
        if (isNew(`answered ${key}`)) await visitor.openAgain(browser, path);
      },
    };
    let filler = new Filler(seededRandom(1).next, takeBill, new Date().toISOString().slice(0, 10));
    // The demo borough has no county: what is about one is left out there.
    const steps = service.steps.filter((step) => step.kind === "questions" || !step.body || bodies[step.body]);
    const missing = () => steps.map(({ id }) => id).filter((id) => ![...seen].some((key) => key.split(" ")[0] === id));
    for (let made = 0; made < mostWalks && (made === 0 || missing().length > 0); made++) {
      browser = member ?? new Browser(origin);
      filler = filler.again(seededRandom(made + 1).next).seek(service, missing()[0]);
      await walk(browser, { service, organisation }, filler, watch);
    }
    expect(missing(), "steps that no walk came to").toEqual([]);
  });

/** The bills of the second half are for these walks; journeys have the first. */
let bill = 20;
function takeBill(register: string) {
  if (register === "council-tax") return councilTax;
  if (register === "business-rates") return businessRates(bill++);
  return register === "invoice" ? invoice(bill++) : parkingCharge(bill++);
}
