import { expect, it, vi } from "vitest";
import { seedResources } from "~db/seed/resources";
import { createAccount, saveFacts } from "../features/accounts/accounts.server";
import { beginSession } from "../features/accounts/sessions.server";
import { holdSlot, listSlots } from "../features/bookings/bookings.server";
import { addNote, listOwnCases } from "../features/cases/cases.server";
import { addMember, createOrganisation } from "../features/organisations/organisations.server";
import type { AccountRole } from "../platform/actor";
import { fixedClock } from "../platform/clock";
import { eachDatabase } from "../platform/db/testing.server";
import { pathFor } from "../platform/i18n/languages";
import { findDefinition } from "../services/catalogue.server";
import { openTestPortal } from "../testing/portal.server";
import { by, byStaff } from "../testing/provenance";
import { changeDraft, ensureDraft } from "./drafts.server";

vi.setConfig({ testTimeout: 40_000 });

const premises = { lines: ["1 Mill Lane"], town: "Brackenford", postcode: "BK1 2AB" };
const service = findDefinition("request-call-back")!;
/** All but the contact. */
const answers = {
  topic: "business",
  about: "The awning of our shop",
  "existing-reference": null,
  "call-times": ["any-time"],
  "not-these-days": null,
  language: "english",
  "call-needs": ["none"],
};
const contact = { name: "Ben Baker", email: "ben@home.example", phone: "07700 900123" };

eachDatabase("a draft that several people share", (openDatabase) => {
  const setup = async () => {
    const clock = fixedClock("2026-05-13T09:00:00Z");
    const portal = await openTestPortal(await openDatabase(), { clock, env: { RATE_LIMITS: "false" } });
    const { house } = portal;
    const person = async (name: string, role?: AccountRole) => {
      const email = `${name.toLowerCase()}@example.org`;
      const { id } = await createAccount(house, { email, name, password: "correct horse battery", role });
      const browser = portal.browser();
      browser.cookies.set("session", (await beginSession(house, { accountId: id })).token);
      return { id, email, browser, by: by({ kind: "account", id }) };
    };
    const [olwen, ben] = [await person("Olwen"), await person("Ben", "staff")];
    const { id } = await createOrganisation(house, olwen.by, {
      kind: "sole-trader",
      name: "Crumb",
      number: null,
      premises,
    });
    await house.db.transaction(() => addMember(house, ben.by, { organisationId: id, role: "member" }));
    const subject = { kind: "organisation", id } as const;
    const begin = async (given: Record<string, unknown> = answers) => {
      const draft = await ensureDraft(house, { ...olwen.by, subject }, service);
      return (await changeDraft(house, draft.id, () => ({ answers: given })))!;
    };
    const at = (path: string) => pathFor(id, `/services/request-call-back/${path}`);
    return { ...portal, clock, olwen, ben, subject, begin, at };
  };

  it("keeps what a member said of themselves for that member, and what is the organisation's for all", async () => {
    const { house, olwen, ben, subject, begin, at } = await setup();
    await begin();
    await ben.browser.open(at("contact"));
    expect((await ben.browser.submit(contact)).path).toBe(at("check"));
    // Whoever of them sends it: the words about Ben are Ben's.
    await olwen.browser.open(at("check"));
    await olwen.browser.submit();
    expect(await listOwnCases(house, subject)).toMatchObject([{ contact: { email: contact.email } }]);
    await saveFacts(house, subject, { organisation: "Crumb Bakery", phone: "01632 960001" });
    await begin();
    const shown = async ({ browser }: typeof ben) => {
      const { dom } = await browser.open(at("contact"));
      return ["name", "email", "phone"].map((id) => dom.querySelector(`#${id}`)?.getAttribute("value") ?? "");
    };
    expect(await shown(olwen)).toEqual(["Olwen", olwen.email, ""]);
    expect(await shown(ben)).toEqual(["Ben Baker", contact.email, "07700 900123"]);
    const licence = pathFor(subject.id, "/services/apply-skip-licence");
    const licenceAnswers = { surface: "road", "whose-skip": "own", "carrier-registered": "yes", "carrier-number": "1" };
    const draft = await ensureDraft(house, { ...ben.by, subject }, findDefinition("apply-skip-licence")!);
    await changeDraft(house, draft.id, () => ({ answers: { ...licenceAnswers, "operator-number": null } }));
    for (const { browser } of [olwen, ben]) {
      const { dom } = await browser.open(`${licence}/business`);
      expect(dom.querySelector("#business-name")?.getAttribute("value")).toBe("Crumb Bakery");
    }
  });

  it("names a member who is also the council's as a member, and as staff only where they act as such", async () => {
    const { house, olwen, ben, subject, begin, at } = await setup();
    await begin({ ...answers, ...contact });
    await ben.browser.open(at("about"));
    await ben.browser.submit({ about: "The shutters" });
    await ben.browser.open(at("check"));
    await ben.browser.submit();
    const [sent] = await listOwnCases(house, subject);
    expect(sent!.by.actor).toEqual({ kind: "account", id: ben.id });
    await ben.browser.open(`/staff/cases/${sent!.reference}`);
    await ben.browser.post(pathFor(subject.id, `/cases/${sent!.reference}/cancel`));
    const page = await olwen.browser.open(pathFor(subject.id, "/organisation/history"));
    const rows = page.dom.querySelectorAll("tbody tr").map((row) => row.querySelectorAll("bdi")[0]?.text);
    expect(rows).toEqual(["Ben", "Ben", "Council staff", "Ben", "Ben", "Olwen", "Ben", "Olwen"]);
    const own = await ben.browser.open(pathFor(subject.id, `/cases/${sent!.reference}`));
    expect(own.text).toContain("You withdrew it");
  });

  it("never sends another's answers unseen: it shows them first, and tells whose they are", async () => {
    const { house, olwen, ben, subject, begin, at, clock } = await setup();
    await begin({ ...answers, ...contact });
    const { browser } = olwen;
    await browser.open(at("check"));
    const stale = browser.page!;
    clock.advance(5 * 60_000);
    await ben.browser.open(at("about"));
    await ben.browser.submit({ about: "Ben's own words" });
    for (const [lng, words] of [
      ["", "Ben changed these answers at 10:05am on Wednesday 13 May"],
      ["/pl", "zmiana tych odpowiedzi o"],
      ["/ar", "هذه الإجابات"],
      ["/cy", "yr atebion hyn am"],
    ] as const) {
      browser.page = stale;
      const form = Object.fromEntries(
        stale.dom.querySelectorAll("main form input").map(({ attributes: own }) => [own["name"], own["value"]]),
      );
      const page = await browser.post(lng + at("check"), form);
      expect([page.status, page.text]).toEqual([409, expect.stringContaining(words)]);
      expect(page.text).toContain("Ben's own words");
    }
    expect(await listOwnCases(house, subject)).toEqual([]);
    // What is shown now may be sent; from the old page, and again, it leads to the receipt.
    const sent = await browser.submit();
    expect([sent.status, sent.own]).toEqual([200, expect.stringContaining("/done/")]);
    browser.page = stale;
    expect((await browser.submit()).own).toBe(sent.own);
    expect(await listOwnCases(house, subject)).toMatchObject([{ answers: { about: "Ben's own words" } }]);
  });

  it("tells in the history of what was booked and cancelled, and lets one ask for those who have left", async () => {
    const { house, clock, olwen, ben, subject } = await setup();
    await seedResources(house.db, clock.now());
    const [day] = await listSlots(house, "advisor-civic-centre");
    const who = { ...ben.by, subject };
    const draft = await ensureDraft(house, who, findDefinition("book-advisor-appointment")!);
    const held = await holdSlot(house, who, { slotId: day!.slots[0]!.id, draftId: draft.id });
    if (!held.ok) throw new Error(held.error);
    const { slot, start, end } = held.value;
    await changeDraft(house, draft.id, () => ({
      answers: {
        topic: "business",
        about: null,
        place: { id: "civic-centre", name: "Brackenford Civic Centre" },
        language: "english",
        "access-needs": ["none"],
        slot: { slot, start: start.toISOString(), end: end.toISOString() },
        ...contact,
      },
    }));
    await ben.browser.open(pathFor(subject.id, "/services/book-advisor-appointment/check"));
    await ben.browser.submit();
    const [sent] = await listOwnCases(house, subject);
    await ben.browser.open(pathFor(subject.id, `/cases/${sent!.reference}/cancel`));
    expect((await ben.browser.submit()).text).toContain("cancelled");
    const history = pathFor(subject.id, "/organisation/history");
    await olwen.browser.post(pathFor(subject.id, `/organisation/people/${ben.id}`), { intent: "end" });
    const bookings = await olwen.browser.open(`${history}?kind=booking&who=${ben.id}`);
    const rows = bookings.dom.querySelectorAll("tbody tr").map(({ text }) => text);
    expect(rows).toEqual([
      expect.stringContaining("Cancelled the booking"),
      expect.stringContaining("Made the booking"),
    ]);
    expect(rows.every((row) => row.includes(sent!.reference))).toBe(true);
    const people = bookings.dom.querySelectorAll("select[name=who] option").map(({ text }) => text);
    expect(people).toEqual(["Anyone", "Ben", "Olwen"]);
    await addNote(house, sent!.id, "We have your place", byStaff);
    const staff = await olwen.browser.open(`${history}?who=staff`);
    expect(staff.dom.querySelectorAll("tbody tr").map(({ text }) => text)).toEqual([
      expect.stringContaining("Council staff"),
    ]);
  });
});
