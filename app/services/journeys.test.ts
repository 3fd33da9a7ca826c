import { sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { paymentTables } from "~db/schema/payments";
import { seedBills } from "~db/seed/bills";
import { seededRandom } from "~db/seed/borough/random";
import { seedBorough } from "~db/seed/borough/seed-borough";
import { seedResources } from "~db/seed/resources";
import { createAccount } from "../features/accounts/accounts.server";
import { findCase } from "../features/cases/cases.server";
import { calendarDate } from "../platform/clock";
import { copySqlite } from "../platform/db/testing.server";
import { languageCodes, localPath, pathFor } from "../platform/i18n/languages";
import { missingBlockWords, takesBlocks } from "../testing/block-words";
import type { Browser, Page } from "../testing/browser";
import { Filler, isAsked, type OpenBill, openTask } from "../testing/filler";
import { addOrganisation } from "../testing/organisations";
import { openTestPortal, type TestPortal } from "../testing/portal.server";
import { isSoak } from "../testing/soak";
import { saveSettings } from "./catalogue.server";
import { definitions } from "./definitions";
import type { Service, Step } from "./service";
import { teamFor } from "./standard";

/** Journeys for each service, at the least; more where some step was not reached yet. */
const fewest = isSoak ? 30 : 3;
const most = 60;
const maxPages = 60;

describe("generated journeys", () => {
  let portal: TestPortal;
  let bills: Record<string, OpenBill[]>;

  beforeAll(async () => {
    const db = await copySqlite();
    // With every other body there is, in an area whose council does all the same, so that no step is left out.
    const county = { COUNCIL_COUNTY: "Brackenshire County Council; 01632 960100" };
    portal = await openTestPortal(db, { env: { ...county, RATE_LIMITS: "false" } });
    for (const { id, body } of definitions) if (body) await saveSettings(portal.house, id, { body: "none" });
    const now = portal.house.clock.now();
    await seedBorough(db, { addresses: 300 });
    await seedResources(db, now);
    await seedBills(db, now);
    bills = await openBills(portal);
  });

  it.each(definitions.map((service) => [service.id, service] as const))(
    "%s: every step is reached and says the words of its blocks, every way ends",
    async (_id, service) => {
      const reached = new Set<string>();
      const missingWords: string[] = [];
      const look = async (browser: Browser, page: Page, step: Step) => {
        if (reached.has(step.id)) return;
        reached.add(step.id);
        if (!takesBlocks(step)) return;
        for (const lng of languageCodes) {
          const read = await browser.open(localPath(lng, page.path));
          const missing = missingBlockWords(service, step, read, portal.house.texts(lng));
          missingWords.push(...missing.map((name) => `${read.path} lacks ${name}`));
        }
        await browser.open(page.path);
      };
      const filler = new Filler(
        Math.random,
        (register) => takeBill(bills, register),
        calendarDate(portal.house.clock.now()),
      );
      let made = 0;
      const journey = async (seed: number, towards?: string) => {
        const browser = portal.browser();
        // A person of their own for each journey: an account carries its draft and what it has told on to the next.
        const isBusiness = !service.audience.includes("resident");
        if (service.signIn === "required" || isBusiness)
          await signIn(portal, browser, `journey-${service.id}-${made}-${seed}@example.org`);
        const organisation = isBusiness ? await addOrganisation(browser) : undefined;
        const aimed = filler.again(seededRandom(seed).next).seek(service, towards);
        const end = await travel(browser, { service, organisation }, aimed, look);
        made++;
        if (end.kind === "stop") return;
        if (service.find) expect(end.page.own).toBe(`/services/${service.id}/result`);
        else await expectReference(portal, service, end.page);
      };
      await fc.assert(
        fc.asyncProperty(fc.integer(), (seed) => journey(seed)),
        { numRuns: fewest, endOnFailure: true },
      );
      const missing = () => service.steps.map(({ id }) => id).filter((id) => !reached.has(id));
      for (let seed = 1; made < most && missing().length; seed++) await journey(seed, missing()[0]);
      expect(missing()).toEqual([]);
      expect(missingWords).toEqual([]);
    },
    180_000,
  );
});

/** What a task list says of a section. */
const taskStates = ["Completed", "In progress", "Not started", "Nothing to do yet"];

type End = { kind: "stop" | "end"; page: Page };

/** Goes through a service as somebody without scripts does, until it ends. */
async function travel(
  browser: Browser,
  { service, organisation }: { service: Service; organisation: string | undefined },
  filler: Filler,
  look: (browser: Browser, page: Page, step: Step) => Promise<void>,
): Promise<End> {
  let page = await browser.open(pathFor(organisation, `/services/${service.id}`));
  expect(page.status).toBe(200);
  page = await browser.open(page.dom.querySelector("a.govuk-button--start")!.getAttribute("href")!);
  for (let pages = 0; pages < maxPages; pages++) {
    expect(page.status, `${page.path}: ${page.text.slice(0, 300)}`).toBeLessThan(400);
    const place = page.own.split("?")[0]!.split("/")[3] ?? "";
    if (place === "done" || place === "result") return { kind: "end", page };
    if (page.own.startsWith("/payments/") || page.own.startsWith("/demo-pay/")) page = await pay(browser, page);
    else if (place === "check") page = await browser.submit();
    else if (place === "tasks") {
      for (const status of page.dom.querySelectorAll(".govuk-task-list__status"))
        expect(taskStates).toContain(status.textContent!.trim());
      const stopped = page.dom.querySelector("main p a[href*='/services/']");
      const open = openTask(page);
      if (!open && stopped) return { kind: "stop", page };
      page = await browser.open(open ?? pathFor(organisation, `/services/${service.id}/check`));
    } else {
      const step = service.steps.find((one) => one.id === place);
      if (!step) throw new Error(`The journey came to ${page.path}: ${page.text.slice(0, 200)}`);
      await look(browser, page, step);
      if (step.kind === "stop") {
        filler.avoidLatest();
        return { kind: "stop", page };
      }
      page = await browser.submit(
        step.kind === "questions"
          ? filler.fill(
              step.questions.filter((question) => isAsked(page, question.id)),
              page,
            )
          : {},
      );
    }
  }
  throw new Error(`${service.id} does not end: after ${maxPages} pages it is at ${page.path}`);
}

async function pay(browser: Browser, page: Page): Promise<Page> {
  const button = page.dom
    .querySelectorAll("main button")
    .find((one) => /pay/i.test(one.getAttribute("value") ?? one.text));
  const name = button?.getAttribute("name");
  return browser.submit(name ? { [name]: button!.getAttribute("value") ?? "" } : {});
}

async function signIn({ house }: TestPortal, browser: Browser, email: string): Promise<void> {
  const password = "long enough 26";
  await createAccount(house, { email, name: "Jo Urney", password });
  await browser.open("/sign-in");
  await browser.submit({ email, password });
}

async function expectReference(portal: TestPortal, service: Service, page: Page): Promise<void> {
  const reference = page.path.split("/").at(-1)!;
  expect(page.text).toContain(reference);
  const view = await findCase(portal.house, { reference });
  expect(view).toMatchObject({ serviceId: service.id, team: teamFor(service, view!.answers) });
  expect(["received", "done"]).toContain(view?.state);
}

async function openBills({ house }: TestPortal): Promise<Record<string, OpenBill[]>> {
  const { bills } = house.db.tables(paymentTables);
  const rows = await house.db.q.select().from(bills).where(sql`${bills.duePence} > ${bills.paidPence}`);
  return Object.groupBy(rows, (row) => row.register) as Record<string, OpenBill[]>;
}

function takeBill(bills: Record<string, OpenBill[]>, register: string): OpenBill {
  const bill = register === "council-tax" ? bills[register]?.[0] : bills[register]?.shift();
  if (!bill) throw new Error(`All bills of ${register} are paid: seed more.`);
  return bill;
}
