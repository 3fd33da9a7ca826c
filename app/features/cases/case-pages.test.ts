import { expect, it, vi } from "vitest";
import { caseTables } from "~db/schema/cases";
import { platformTables } from "~db/schema/platform";
import type { Subject } from "../../platform/actor";
import { fixedClock } from "../../platform/clock";
import { eachDatabase } from "../../platform/db/testing.server";
import type { House } from "../../platform/house.server";
import { newId, newReference } from "../../platform/ids";
import { runOutbox } from "../../platform/outbox.server";
import type { Browser } from "../../testing/browser";
import { openTestPortal } from "../../testing/portal.server";
import { aGuest, by, byStaff } from "../../testing/provenance";
import { handlers } from "../../worker.server";
import { createAccount } from "../accounts/accounts.server";
import { beginSession } from "../accounts/sessions.server";
import { listDemoMail } from "../notifications/notifications.server";
import { createPayment } from "../payments/payments.server";
import { changeState, findCase, type NewCase, openCase } from "./cases.server";

vi.setConfig({ testTimeout: 30_000 });
const email = "amina@example.org";

/** A pothole, as somebody reported it. */
const pothole = (subject: Subject): NewCase => ({
  draftId: newId(),
  serviceId: "report-pothole",
  version: 1,
  by: by(subject),
  locale: "en",
  contact: { name: "Amina", email },
  answers: { danger: "no-danger", surface: "road", size: "small", depth: "deep", details: "<b>By the school</b>" },
  state: "received",
  team: "highways",
  tell: true,
  targetDate: "2026-05-14",
});
const open = (house: House, wanted: NewCase) => house.db.transaction(() => openCase(house, wanted));

eachDatabase("the pages of a case", (openDatabase) => {
  const setup = async (env: Record<string, string> = {}) => {
    const clock = fixedClock("2026-05-01T09:00:00Z");
    const portal = await openTestPortal(await openDatabase(), { clock, env });
    const { house } = portal;
    /** A browser that the portal knows as a guest. */
    const guest = async () => {
      const browser = portal.browser();
      const { token, guestId } = await beginSession(house, {});
      browser.cookies.set("session", token);
      return { browser, subject: { kind: "guest", id: guestId } as const };
    };
    const deliver = async () => {
      clock.advance(1);
      while ((await runOutbox(house, handlers)) > 0);
      return listDemoMail(house);
    };
    /** A case, and a browser that has asked for its code. */
    const askForCode = async () => {
      const { reference } = await open(house, pothole((await guest()).subject));
      const reader = portal.browser();
      await reader.post("/track", { intent: "ask", reference, email });
      const [mail] = (await deliver()).filter((one) => one.subject.startsWith("Your code"));
      const code = /\b\d{6}\b/.exec(mail!.text)![0];
      return { reference, reader, code, wrong: code === "000000" ? "111111" : "000000" };
    };
    return { ...portal, clock, guest, deliver, askForCode };
  };

  it("shows a guest their own case: the promise first, then what happened and what they said", async () => {
    const { house, guest } = await setup();
    const { browser, subject } = await guest();
    const { reference } = await open(house, pothole(subject));
    const page = await browser.open(`/cases/${reference.toLowerCase().replaceAll("-", "")}`);
    expect(page.status).toBe(200);
    expect(page.heading).toBe("Report a pothole");
    expect(page.text).toContain("We will repair it or make it safe by Thursday 14 May.");
    expect(page.text).toContain("We received it");
    expect(page.text).toContain("We finish it and tell you");
    expect(page.text).toContain("4 to 10 cm, like the width of a hand");
    expect(page.html).toContain("&lt;b&gt;By the school&lt;/b&gt;");
    expect(page.headers.get("cache-control")).toContain("no-store");
  });

  it("answers everybody else with not found", async () => {
    const { house, guest, browser } = await setup();
    const { subject } = await guest();
    const { reference } = await open(house, pothole(subject));
    const other = (await guest()).browser;
    for (const path of ["", "/cancel", "/calendar.ics"]) {
      expect((await other.open(`/cases/${reference}${path}`)).status).toBe(404);
      expect((await browser().open(`/cases/${reference}${path}`)).status).toBe(404);
    }
    expect((await other.post(`/cases/${reference}/cancel`)).status).toBe(404);
    expect((await findCase(house, { reference }))!.state).toBe("received");
    expect((await other.open("/cases/none'")).status).toBe(404);
  });

  it("says plainly when a promise was not kept, and what is waited for", async () => {
    const { house, guest, clock } = await setup();
    const { browser, subject } = await guest();
    const { id, reference } = await open(house, pothole(subject));
    clock.set("2026-05-15T09:00:00Z");
    expect((await browser.open(`/cases/${reference}`)).text).toContain("taking longer than we promised");
    await changeState(house, id, {
      to: "waiting-for-you",
      note: "Which side?\nLeft or right?",
      by: byStaff,
    });
    const page = await browser.open(`/cases/${reference}`);
    expect(page.text).toContain("We need something from you");
    expect(page.dom.querySelectorAll(".govuk-inset-text p").map((line) => line.text)).toEqual([
      "We wrote to you",
      "Which side?",
      "Left or right?",
    ]);
  });

  it("withdraws a case once, after asking", async () => {
    const { house, guest } = await setup();
    const { browser, subject } = await guest();
    const { reference } = await open(house, pothole(subject));
    const ask = await browser.open(`/cases/${reference}/cancel`);
    expect(ask.heading).toBe("Are you sure you want to withdraw this?");
    const done = await browser.submit();
    expect(done.path).toBe(`/cases/${reference}?done=withdrawn`);
    expect(done.text).toContain("You have withdrawn this");
    expect(done.text).toContain("You withdrew it. Nothing more will happen.");
    expect((await browser.post(`/cases/${reference}/cancel`)).path).toBe(`/cases/${reference}`);
    expect((await browser.open(`/cases/${reference}/cancel`)).path).toBe(`/cases/${reference}`);
  });

  it("offers to pay what is still unpaid", async () => {
    const { house, guest } = await setup();
    const { browser, subject } = await guest();
    const { id, reference } = await open(house, { ...pothole(subject), state: "unpaid" });
    await house.db.transaction(() => createPayment(house, aGuest, { caseId: id, amountPence: 3500 }));
    const page = await browser.open(`/cases/${reference}`);
    expect(page.text).toContain("You still need to pay £35.");
    expect(page.dom.querySelector("form[action^='/payments/'] button")?.text).toBe("Pay £35");
  });

  it("mails nothing that a stranger typed as a name, whatever address they gave", async () => {
    const { house, guest, browser, deliver } = await setup();
    const contact = { name: "Win a prize at https://evil.example", email };
    const { reference } = await open(house, { ...pothole((await guest()).subject), contact });
    await browser().post("/track", { intent: "ask", reference, email });
    const mails = await deliver();
    expect(mails).toHaveLength(2);
    expect(JSON.stringify(mails)).not.toMatch(/evil|prize/);
  });

  it("opens a case with a code from its mailbox, and keeps a signed-out reader's way back to it", async () => {
    const { house, guest, browser, deliver } = await setup();
    const { reference } = await open(house, pothole((await guest()).subject));
    const reader = browser();
    await reader.open(`/track?reference=${reference}`);
    expect(reader.cookies.size).toBe(0);
    const sent = await reader.submit({
      reference: ` ${reference.toLowerCase().replaceAll("-", " ")}`,
      email: "AMINA@example.org ",
    });
    expect(sent.heading).toBe("Check your email");
    expect([...reader.cookies.keys()]).toEqual(["session"]);
    const [mail] = (await deliver()).filter((one) => one.subject.startsWith("Your code"));
    const code = /\b\d{6}\b/.exec(mail!.text)![0];
    const shown = await reader.submit({ code: `${code.slice(0, 3)} ${code.slice(3)}` }, "#form-code");
    expect(shown.path).toBe(`/cases/${reference}`);
    expect((await reader.open(`/track?reference=${reference}`)).path).toBe(`/cases/${reference}`);
    expect((await browser().open(`/cases/${reference}`)).status).toBe(404);
  });

  it("keeps a code and its link so that a copy of the database opens nothing, and wipes them once they have left", async () => {
    const { house, guest, browser, deliver } = await setup();
    const { reference } = await open(house, pothole((await guest()).subject));
    await browser().post("/track", { intent: "ask", reference, email });
    const { outbox } = house.db.tables(platformTables);
    const payloads = async () => (await house.db.q.select().from(outbox)).map((row) => row.payload);
    const waiting = JSON.stringify(await payloads());
    const [mail] = (await deliver()).filter((one) => one.subject.startsWith("Your code"));
    expect(waiting).toContain("tracking-code");
    expect(waiting).not.toContain(/\b\d{6}\b/.exec(mail!.text)![0]);
    expect(waiting).not.toContain(/\/track\/open\/([\w-]{43})/.exec(mail!.text)![1]);
    expect(await payloads()).toEqual([{}, {}]);
  });

  it("tells a stranger the same whether a reference is known or not", async () => {
    const { house, guest, browser, deliver } = await setup();
    const { reference } = await open(house, pothole((await guest()).subject));
    const ask = async (asked: string, from: string) => {
      const page = await browser().post("/track", { intent: "ask", reference: asked, email: from });
      return page.text.replaceAll(asked, "REF").replaceAll(from, "EMAIL");
    };
    const right = await ask(reference, email);
    expect(await ask(reference, "stranger@example.org")).toBe(right);
    expect(await ask(newReference(), email)).toBe(right);
    expect((await deliver()).filter((one) => one.subject.startsWith("Your code"))).toHaveLength(1);
  });

  it("takes five wrong codes at most, and then not even the right one", async () => {
    const { askForCode } = await setup();
    const { reference, reader, code, wrong } = await askForCode();
    for (let guess = 0; guess < 5; guess++) {
      const page = await reader.submit({ code: wrong }, "#form-code");
      expect(page.status).toBe(400);
      expect(page.text).toContain("Check the code");
      expect(page.dom.querySelector("title")?.text).toMatch(/^Error: /);
    }
    const late = await reader.submit({ code }, "#form-code");
    expect(late.status).toBe(400);
    expect(late.text).toContain("or 5 wrong codes, it no longer works");
    expect((await reader.open(`/cases/${reference}`)).status).toBe(404);
  });

  it("counts each of many wrong codes that come at once", async () => {
    const { house, askForCode } = await setup();
    const { reader, wrong } = await askForCode();
    await Promise.all(Array.from({ length: 9 }, () => reader.submit({ code: wrong }, "#form-code")));
    const { caseCodes } = house.db.tables(caseTables);
    const [{ tries }] = (await house.db.q.select({ tries: caseCodes.tries }).from(caseCodes)) as [{ tries: number }];
    expect(tries).toBe(5);
  });

  it("leaves the owner's code alone, whatever strangers with the reference type or ask for", async () => {
    const { browser, askForCode } = await setup();
    const { reference, reader: owner, code } = await askForCode();
    const stranger = browser();
    await stranger.post("/track", { intent: "ask", reference, email });
    for (let times = 0; times < 6; times++)
      await stranger.post("/track", { intent: "code", reference, email, code: String(100_000 + times) });
    expect((await stranger.post("/track", { intent: "code", reference, email, code })).status).toBe(400);
    expect((await owner.submit({ code }, "#form-code")).path).toBe(`/cases/${reference}`);
  });

  it("says what to put right in a reference or an address", async () => {
    const { browser } = await setup();
    const page = await browser().post("/track", { intent: "ask", reference: "<i>7K4</i>", email: "amina" });
    expect(page.status).toBe(400);
    expect(page.text).toContain("Check the reference");
    expect(page.text).toContain("Enter an email address, like name@example.com");
    expect(page.dom.querySelector("#reference")?.getAttribute("value")).toBe("<i>7K4</i>");
    expect(page.dom.querySelectorAll(".govuk-error-summary a").map((one) => one.getAttribute("href"))).toEqual([
      "#reference",
      "#email",
    ]);
  });

  it("uses up a link by its button only, and answers an old one with a way on", async () => {
    const { house, guest, browser, deliver } = await setup();
    const { reference } = await open(house, pothole((await guest()).subject));
    await browser().post("/track", { intent: "ask", reference, email });
    const [mail] = (await deliver()).filter((one) => one.subject.startsWith("Your code"));
    const path = /https?:\/\/[^/]+(\/track\/open\/\S+)/.exec(mail!.text)![1]!;
    const reader = browser();
    await reader.open(path);
    await browser().open(path);
    await reader.open(path);
    expect((await reader.submit()).path).toBe(`/cases/${reference}`);
    const again = await browser().post(path);
    expect(again.status).toBe(410);
    expect(again.heading).toBe("This link has ended");
    expect(again.dom.querySelector("main a.govuk-button")?.getAttribute("href")).toBe("/track");
  });

  it("lets a session that ended show nothing", async () => {
    const { house, guest, browser } = await setup();
    const { id } = await createAccount(house, { email, name: "Amina", password: "correct horse battery" });
    const { reference } = await open(house, pothole({ kind: "account", id }));
    const { browser: stranger } = await guest();
    expect((await stranger.open(`/cases/${reference}`)).status).toBe(404);
    const own: Browser = browser();
    own.cookies.set("session", (await beginSession(house, { accountId: id })).token);
    expect((await own.open(`/cases/${reference}`)).status).toBe(200);
    expect((await own.open(`/ar/cases/${reference}`)).dom.querySelector("html")?.getAttribute("dir")).toBe("rtl");
    own.cookies.clear();
    expect((await own.open(`/cases/${reference}`)).status).toBe(404);
  });
});
