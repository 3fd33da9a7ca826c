import { eq } from "drizzle-orm";
import { expect, it, vi } from "vitest";
import { bookingTables } from "~db/schema/bookings";
import { platformTables } from "~db/schema/platform";
import { fixedClock } from "../../platform/clock";
import { eachDatabase } from "../../platform/db/testing.server";
import { languageCodes } from "../../platform/i18n/languages";
import { newId } from "../../platform/ids";
import { openTestPortal } from "../../testing/portal.server";
import { aGuest, by, byStaff } from "../../testing/provenance";
import { createAccount } from "../accounts/accounts.server";
import { beginSession } from "../accounts/sessions.server";
import { confirmBooking, holdSlot } from "../bookings/bookings.server";
import { changeState, findCase, listEvents, openCase } from "../cases/cases.server";
import { composeMessage } from "../notifications/compose";
import type { Message } from "../notifications/templates";
import { saveChange, versionOf } from "./casework.server";

vi.setConfig({ testTimeout: 30_000 });
const password = "correct horse battery";

eachDatabase("casework", (openDatabase) => {
  const setup = async () => {
    const clock = fixedClock("2026-05-13T09:00:00Z");
    const portal = await openTestPortal(await openDatabase(), { clock });
    const { house } = portal;
    const signedIn = async (role: "resident" | "staff") => {
      const { id } = await createAccount(house, { email: `${role}@example.org`, name: role, password, role });
      const browser = portal.browser();
      browser.cookies.set("session", (await beginSession(house, { accountId: id })).token);
      return { id, browser };
    };
    const resident = await signedIn("resident");
    const staff = await signedIn("staff");
    const open = (serviceId = "report-pothole", details = "By the school") => {
      clock.advance(1000);
      return house.db.transaction(() =>
        openCase(house, {
          draftId: newId(),
          serviceId,
          version: 1,
          by: by({ kind: "account", id: resident.id }),
          locale: "pl",
          contact: { name: "Zoë", email: "resident@example.org" },
          answers: { danger: "no-danger", surface: "road", details },
          state: "received",
          team: "highways",
          tell: true,
          targetDate: "2026-05-20",
        }),
      );
    };
    const messages = async () => {
      const { outbox } = house.db.tables(platformTables);
      return (await house.db.q.select().from(outbox).where(eq(outbox.kind, "message"))).map(
        (row) => row.payload as Record<string, unknown>,
      );
    };
    return { ...portal, clock, resident, staff, open, messages };
  };

  it("is closed to residents and sends guests to sign in", async () => {
    const { browser, resident, open } = await setup();
    const { reference } = await open();
    for (const path of ["/staff", `/staff/cases/${reference}`]) {
      expect((await resident.browser.open(path)).status).toBe(404);
      expect((await browser().open(path)).path).toMatch(/^\/sign-in/);
    }
    expect((await resident.browser.post(`/staff/cases/${reference}`, { state: "done", note: "x" })).status).toBe(404);
    expect((await browser().post(`/staff/cases/${reference}`, { state: "done", note: "x" })).path).toMatch(
      /^\/sign-in/,
    );
  });

  it("lists cases, the newest first, by state and service, in pages", async () => {
    const { staff, open, house, clock } = await setup();
    const first = await open("request-call-back");
    for (let count = 0; count < 51; count++) await open();
    const page = await staff.browser.open("/staff");
    expect(page.dom.querySelectorAll("tbody tr")).toHaveLength(50);
    expect(page.text).not.toContain(first.reference);
    const next = page.dom.querySelector(".govuk-pagination__next a")!.getAttribute("href")!;
    const older = await staff.browser.open(next.replaceAll("&amp;", "&"));
    expect(older.dom.querySelectorAll("tbody tr")).toHaveLength(2);
    expect(older.text).toContain(first.reference);
    const filtered = await staff.browser.open("/staff?state=ours&service=request-call-back");
    expect(filtered.dom.querySelectorAll("tbody tr")).toHaveLength(1);
    await changeState(house, first.id, { to: "done", by: byStaff });
    expect((await staff.browser.open("/staff?service=request-call-back")).text).toContain("No case fits this filter");
    expect((await staff.browser.open("/staff?state=ended")).text).toContain(first.reference);
    clock.set("2026-05-25T09:00:00Z");
    staff.browser.cookies.set("session", (await beginSession(house, { accountId: staff.id })).token);
    expect((await staff.browser.open("/staff")).text).toContain("Late: Wednesday 20 May");
    expect((await staff.browser.open("/staff?state=__proto__&service='&before=x_y")).status).toBe(200);
  });

  it("moves a case on with a note that its resident reads on the page and by email", async () => {
    const { staff, resident, open, messages, house } = await setup();
    const { id, reference } = await open();
    const page = await staff.browser.open(`/staff/cases/${reference}`);
    expect(page.text).toContain("By the school");
    expect(page.text).toContain("Polish");
    const saved = await staff.browser.submit({ state: "waiting-for-you", note: "Which side of the road?\nLeft?" });
    expect(saved.path).toBe(`/staff/cases/${reference}?saved=1`);
    expect(saved.text).toContain("Saved. The resident is told by email.");
    const seen = await resident.browser.open(`/cases/${reference}`);
    expect(seen.text).toContain("We need something from you");
    expect(seen.text).toContain("Which side of the road?");
    expect((await messages()).at(-1)).toMatchObject({
      template: "case-updated",
      to: "resident@example.org",
      lng: "pl",
      values: { status: "waiting-for-you", note: "Which side of the road?\nLeft?" },
    });
    expect((await listEvents(house, id)).at(-1)).toMatchObject({ byKind: "staff", state: "waiting-for-you" });
    await staff.browser.submit({ state: "same", note: "A note alone" });
    expect((await resident.browser.open(`/cases/${reference}`)).text).toContain("A note alone");
    expect((await findCase(house, { id }))!.state).toBe("waiting-for-you");
  });

  it("ends a case with an outcome, whose words, reason and way to appeal its resident reads", async () => {
    const { staff, resident, open, messages, house } = await setup();
    const { id, reference } = await open("apply-council-tax-support");
    const page = await staff.browser.open(`/staff/cases/${reference}`);
    const choices = page.dom.querySelectorAll("input[name=state]").map((one) => one.getAttribute("value"));
    expect(choices).toEqual(expect.arrayContaining(["granted", "refused", "closed"]));
    expect(choices).not.toContain("done");
    expect((await staff.browser.submit({ state: "refused", note: "" })).status).toBe(400);
    await staff.browser.submit({ state: "refused", note: "You have more than £16,000." });
    expect(await findCase(house, { id })).toMatchObject({ state: "closed", outcome: "refused" });
    const seen = await resident.browser.open(`/cases/${reference}`);
    expect(seen.text).toContain("We have decided not to agree");
    expect(seen.text).toContain("You have more than £16,000.");
    expect(seen.text).toContain("appeal to the Valuation Tribunal within 2 months");
    const message = (await messages()).at(-1)!;
    expect(message).toMatchObject({ values: { status: "closed", outcome: "refused" } });
    const letter = composeMessage(message as unknown as Message, {
      texts: house.texts("en"),
      council: house.config.council,
      url: undefined,
    });
    expect(letter.text).toContain("appeal to the Valuation Tribunal within 2 months");
    await staff.browser.open(`/staff/cases/${reference}`);
    await staff.browser.submit({ state: "reopened", note: "" });
    expect((await resident.browser.open(`/cases/${reference}`)).text).not.toContain("We have decided not to agree");
  });

  it("says on the page and in the message what was done, without a question that was asked before", async () => {
    const { staff, resident, open, messages, house } = await setup();
    const { reference } = await open();
    await staff.browser.open(`/staff/cases/${reference}`);
    await staff.browser.submit({ state: "waiting-for-you", note: "Which side of the road?" });
    const why = async () => {
      const { dom } = await resident.browser.open(`/cases/${reference}`);
      return dom.querySelector(".govuk-inset-text")?.text ?? "";
    };
    expect(await why()).toContain("Which side of the road?");
    await staff.browser.submit({ state: "done", note: "" });
    expect(await why()).toBe("");
    for (const lng of languageCodes) {
      const texts = house.texts(lng);
      const done = (await messages()).at(-1) as unknown as Message;
      const { text } = composeMessage(done, { texts, council: house.config.council, url: undefined });
      expect(text).toContain(texts.t("services/report-pothole:outcome"));
    }
    await staff.browser.submit({ state: "same", note: "It was next to the school." });
    expect(await why()).toContain("It was next to the school.");
  });

  it("tells the resident once that their booking is cancelled, and why, and takes it out of their calendar", async () => {
    const { staff, open, messages, house } = await setup();
    const { id, reference } = await open("book-advisor-appointment");
    const { resources, slots } = house.db.tables(bookingTables);
    const [startsAt, endsAt] = [new Date("2026-05-14T09:00:00Z"), new Date("2026-05-14T09:30:00Z")];
    await house.db.transaction(async () => {
      await house.db.q.insert(resources).values({ id: "advisor", place: "Civic Centre", address: null, unit: "time" });
      await house.db.q.insert(slots).values({ id: "ten", resourceId: "advisor", startsAt, endsAt, capacity: 1 });
      await holdSlot(house, aGuest, { slotId: "ten", draftId: "draft" });
      await confirmBooking(house, { draftId: "draft", caseId: id });
    });
    const before = (await messages()).length;
    await staff.browser.open(`/staff/cases/${reference}`);
    await staff.browser.submit({ state: "cancelled", note: "The advisor is ill." });
    const told = (await messages()).slice(before) as unknown as Message[];
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ to: "resident@example.org", calendar: { method: "CANCEL" } });
    for (const lng of languageCodes) {
      const texts = house.texts(lng);
      const { text } = composeMessage(told[0]!, { texts, council: house.config.council, url: undefined });
      expect(text).toContain("The advisor is ill.");
      expect(text).toContain("Civic Centre");
    }
  });

  it("asks for a note where the resident would not understand without, and for something to save", async () => {
    const { staff, open } = await setup();
    const { reference } = await open();
    await staff.browser.open(`/staff/cases/${reference}`);
    const page = await staff.browser.submit({ state: "closed", note: " " });
    expect(page.status).toBe(400);
    expect(page.dom.querySelector("#note-error")?.text).toContain("Write a note");
    expect(page.dom.querySelector("input[value=closed]")?.hasAttribute("checked")).toBe(true);
    const nothing = await staff.browser.submit({ state: "same", note: "" });
    expect(nothing.status).toBe(400);
    expect(nothing.text).toContain("Choose a new state or write a note");
    expect((await staff.browser.submit({ state: "withdrawn", note: "" })).status).toBe(400);
  });

  it("lets nobody overwrite what somebody else has just changed", async () => {
    const { staff, open, house, clock } = await setup();
    const { id, reference } = await open();
    await staff.browser.open(`/staff/cases/${reference}`);
    clock.advance(1000);
    await changeState(house, id, { to: "in-progress", by: byStaff });
    const page = await staff.browser.submit({ state: "done", note: "My note" });
    expect(page.status).toBe(409);
    expect(page.text).toContain("It is now: In progress");
    expect(page.dom.querySelector("textarea")?.text.trim()).toBe("My note");
    expect((await findCase(house, { id }))!.state).toBe("in-progress");
    expect((await staff.browser.submit({ state: "done" })).status).toBe(200);
    expect((await findCase(house, { id }))!.state).toBe("done");
  });

  it("lets one of several decisions made at once win", async () => {
    const { open, house, clock } = await setup();
    const { id } = await open();
    const seen = versionOf((await findCase(house, { id }))!);
    clock.advance(1000);
    const states = ["in-progress", "waiting-for-you", "done", "closed"] as const;
    const outcomes = await Promise.all(states.map((to) => saveChange(house, id, { to, note: to, seen, by: byStaff })));
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(await listEvents(house, id)).toHaveLength(2);
  });
});
