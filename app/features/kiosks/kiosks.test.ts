import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { auditTables } from "~db/schema/audit";
import { caseTables } from "~db/schema/cases";
import { flowTables } from "~db/schema/flow";
import { kioskTables } from "~db/schema/kiosks";
import { fixedClock } from "../../platform/clock";
import { eachDatabase } from "../../platform/db/testing.server";
import type { Browser } from "../../testing/browser";
import { openTestPortal } from "../../testing/portal.server";
import { endForgottenVisits } from "../../visits.server";
import { createAccount } from "../accounts/accounts.server";
import { beginSession } from "../accounts/sessions.server";
import { tellSeconds } from "./idle";

const password = "green-bracken-26";

eachDatabase("kiosks", (openDatabase) => {
  const setup = async () => {
    const clock = fixedClock("2026-05-13T09:00:00Z");
    const portal = await openTestPortal(await openDatabase(), { clock });
    const { house } = portal;
    const signedIn = async (role: "resident" | "staff", browser = portal.browser()) => {
      const { id } = await createAccount(house, { email: `${role}@example.org`, name: role, password, role });
      browser.cookies.set("session", (await beginSession(house, { accountId: id })).token);
      return browser;
    };
    const staff = await signedIn("staff");
    const enrol = async (name: string) => {
      await staff.open("/staff/kiosks");
      const page = await staff.submit({ name, site: "Central Library" }, "#add");
      const code = page.dom.querySelectorAll(".app-code").at(-1)!.text;
      const browser = portal.browser();
      await browser.open("/kiosk/enrol");
      await browser.submit({ code });
      return { browser, code };
    };
    return { ...portal, clock, staff, signedIn, enrol };
  };
  const begin = (browser: Browser, to = "report") => browser.post("/kiosk", { to });
  const report = async (browser: Browser) => {
    await browser.open("/services/report-pothole/danger");
    await browser.submit({ danger: "no-danger" });
    return browser.submit({ "place-description": "By the old oak" });
  };

  it("makes a device a kiosk by a code that works once, for half an hour", async () => {
    const { browser, enrol, staff, clock } = await setup();
    const { browser: kiosk, code } = await enrol("Kiosk 1");
    expect(kiosk.page!.path).toBe("/kiosk");
    expect(kiosk.page!.dom.querySelectorAll("button[name=to]")).toHaveLength(8);
    const second = browser();
    await second.open("/kiosk/enrol");
    expect((await second.submit({ code })).text).toContain("This code does not work");
    await staff.open("/staff/kiosks");
    const page = await staff.submit({ name: "Kiosk 2", site: "Central Library" }, "#add");
    const late = page.dom.querySelector(".app-code")!.text;
    clock.advance(20 * 60_000);
    // Staff who do nothing for half an hour are signed out.
    await staff.open("/staff");
    clock.advance(11 * 60_000);
    expect((await second.submit({ code: late })).status).toBe(400);
    expect((await staff.open("/staff/kiosks")).text).toContain("Code ran out");
    expect((await staff.submit({ name: " ", site: "" }, "#add")).text).toContain("Enter a name for the kiosk");
  });

  it("is for staff alone to add and to take out of use, and that is at once", async () => {
    const { browser, enrol, staff, signedIn, house } = await setup();
    expect((await browser().open("/staff/kiosks")).path).toMatch(/^\/sign-in/);
    expect((await (await signedIn("resident")).open("/staff/kiosks")).status).toBe(404);
    const { browser: kiosk } = await enrol("Kiosk 1");
    await begin(kiosk);
    expect((await kiosk.open("/services")).path).toBe("/services");
    await staff.open("/staff/kiosks");
    const id = staff.page!.dom.querySelector("input[name=kiosk]")!.getAttribute("value")!;
    await staff.post("/staff/kiosks", { kiosk: id, intent: "revoke" });
    expect((await kiosk.open("/kiosk")).path).toBe("/kiosk/enrol");
    expect(kiosk.page!.dom.querySelector(".app-bottom-bar")).toBeNull();
    const { auditEntries } = house.db.tables(auditTables);
    const entries = await house.db.q.select().from(auditEntries).where(eq(auditEntries.recordId, id));
    expect(entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(["kiosk.added", "kiosk.enrolled", "kiosk.revoked"]),
    );
  });

  it("shows its start screen until somebody begins a visit, and again after it", async () => {
    const { enrol } = await setup();
    const { browser: kiosk } = await enrol("Kiosk 1");
    expect((await kiosk.open("/services/report-pothole")).path).toBe("/kiosk");
    expect((await kiosk.open("/pl/account")).path).toBe("/pl/kiosk");
    expect((await begin(kiosk)).path).toBe("/services");
    expect((await kiosk.open("/kiosk")).path).toBe("/");
    await report(kiosk);
    expect((await kiosk.open("/account")).text).toContain("Report a pothole");
    const ended = await kiosk.post("/kiosk/end");
    expect(ended.path).toBe("/kiosk?ended");
    expect(ended.text).toContain("Nothing you typed is left on this screen");
    expect(kiosk.cookies.has("session")).toBe(false);
    expect(kiosk.cookies.has("kiosk")).toBe(true);
    expect((await kiosk.open("/account")).path).toBe("/kiosk");
  });

  it("has the browser forget all but what it is, and keep nothing by itself", async () => {
    const { enrol, url } = await setup();
    const { browser: kiosk } = await enrol("Kiosk 1");
    await begin(kiosk);
    const page = await kiosk.open("/services/report-pothole/place");
    expect(page.headers.get("cache-control")).toBe("no-store");
    expect((await kiosk.post("/track", { reference: "wrong" })).headers.get("cache-control")).toBe("no-store");
    await kiosk.open("/sign-in");
    const fields = kiosk.page!.dom.querySelectorAll("input:not([type=hidden])");
    expect(fields.length).toBeGreaterThan(1);
    for (const field of fields) expect(field.getAttribute("autocomplete") ?? "off").toBe("off");
    for (const form of kiosk.page!.dom.querySelectorAll("form")) expect(form.getAttribute("autocomplete")).toBe("off");
    const cookie = [...kiosk.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { cookie, origin: url, "sec-fetch-site": "same-origin" };
    const ended = await fetch(`${url}/kiosk/end`, { method: "POST", headers, redirect: "manual" });
    expect(ended.headers.get("clear-site-data")).toBe('"cache", "storage"');
    expect(ended.headers.get("set-cookie")).toMatch(/^session=;.*Max-Age=0/);
  });

  it("searches without putting what was typed into an address", async () => {
    const { enrol } = await setup();
    const { browser: kiosk } = await enrol("Kiosk 1");
    await begin(kiosk, "search");
    const page = await kiosk.submit({ q: "pothole" }, "form.app-search");
    expect(page.path).toMatch(/^\/search\?_page=[\w-]+$/);
    expect(page.text).toContain("Report a pothole");
    expect(
      page.dom
        .querySelectorAll("a")
        .map((a) => a.getAttribute("href"))
        .join(),
    ).not.toContain("pothole&");
    expect(page.html).not.toContain("q=pothole");
  });

  it("answers each form with an address, so that the browser keeps nothing of what was typed", async () => {
    const { enrol, url, house } = await setup();
    const { browser: kiosk } = await enrol("Kiosk 1");
    const { browser: other } = await enrol("Kiosk 2");
    await begin(kiosk);
    await begin(other);
    const wrong = await kiosk.post("/track?from=home", { reference: "Xylo\0phone", email: "wolfgang" });
    expect(wrong.path).toMatch(/^\/track\?from=home&_page=[\w-]+$/);
    expect(wrong.status).toBe(400);
    expect(wrong.html).toContain("Xylophone");
    expect(wrong.headers.get("cache-control")).toBe("no-store");
    // Back and reload come to the same page; a second mistake to one of its own, in place of the first in its address.
    expect((await kiosk.open(wrong.path)).html).toBe(wrong.html);
    const again = await kiosk.post(wrong.path, { reference: "Zebedee" });
    expect(again.path).toMatch(/^\/track\?from=home&_page=[\w-]+$/);
    expect([again.status, again.path === wrong.path]).toEqual([400, false]);
    for (const typed of ["Xylophone", "Zebedee"])
      for (const { path } of [wrong, again]) expect((await other.open(path)).html).not.toContain(typed);
    expect((await other.open(wrong.path)).status).toBe(200);

    const { keptPages } = house.db.tables(kioskTables);
    const cookie = [...kiosk.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { cookie, origin: url, "sec-fetch-site": "same-origin" };
    for (const path of ["/sign-in", "/register", "/reset", "/search"]) {
      const body = new URLSearchParams(path === "/search" ? { q: "peregrine", _ask: "1" } : { email: "peregrine" });
      const answer = await fetch(`${url}${path}`, { method: "POST", body, headers, redirect: "manual" });
      expect([answer.status, await answer.text()], path).toEqual([303, ""]);
      expect(answer.headers.get("location"), path).toMatch(/^\/[\w-]+\?_page=[\w-]+$/);
    }
    for (let times = 0; times < 12; times++) await kiosk.post("/track", { reference: `wrong ${times}` });
    expect(await house.db.q.select().from(keptPages)).toHaveLength(10);
    expect((await kiosk.open(wrong.path)).status).toBe(200);
    const last = await kiosk.post("/track", { reference: "Quagmire" });
    await kiosk.post("/kiosk/end");
    expect(await house.db.q.select().from(keptPages)).toEqual([]);
    await begin(kiosk);
    expect((await kiosk.open(last.path)).html).not.toContain("Quagmire");
  });

  it("shows who signs in or out nothing that was kept before", async () => {
    const { enrol, signedIn } = await setup();
    const { browser: kiosk } = await enrol("Kiosk 1");
    await begin(kiosk);
    const before = await kiosk.post("/sign-in", { email: "ada@example.org", password: "wrong" });
    expect(before.html).toContain("ada@example.org");
    await signedIn("resident");
    await kiosk.post("/sign-in", { email: "resident@example.org", password });
    expect((await kiosk.open("/account")).path).toBe("/account");
    expect((await kiosk.open(before.path)).html).not.toContain("ada@example.org");
    const within = await kiosk.post("/account/details", { intent: "name", name: "Xylophone ".repeat(40) });
    expect([within.status, within.html.includes("Xylophone")]).toEqual([400, true]);
    await kiosk.post("/sign-out");
    expect((await kiosk.open(within.path)).html).not.toContain("Xylophone");
  });

  it("keeps one customer's answers from the next, and deletes what was not sent", async () => {
    const { enrol, house } = await setup();
    const { browser: kiosk } = await enrol("Kiosk 1");
    await begin(kiosk);
    await report(kiosk);
    const { drafts } = house.db.tables(flowTables);
    const [draft] = await house.db.q.select().from(drafts);
    expect(draft).toMatchObject({ channel: "kiosk", subjectKind: "guest" });
    // The next one taps without anybody having ended the first visit.
    await begin(kiosk);
    expect(await house.db.q.select().from(drafts)).toEqual([]);
    expect((await kiosk.open("/services/report-pothole/danger")).html).not.toContain("checked");
    expect((await kiosk.open("/account")).text).not.toContain("Report a pothole");
  });

  it("signs out whoever signed in, and keeps the sessions of a kiosk and of other browsers apart", async () => {
    const { enrol, signedIn, browser, house } = await setup();
    const { browser: kiosk } = await enrol("Kiosk 1");
    await signedIn("resident");
    await begin(kiosk);
    // What somebody beside it does on the building's network is not the kiosk's.
    await house.limits.address.take("127.0.0.1", 100);
    await kiosk.open("/sign-in");
    expect((await kiosk.submit({ email: "resident@example.org", password })).path).toBe("/account");
    expect(kiosk.cookies.has("device")).toBe(false);
    const session = kiosk.cookies.get("session")!;
    const stolen = browser();
    stolen.cookies.set("session", session);
    expect((await stolen.open("/account/details")).path).toMatch(/^\/sign-in/);
    await kiosk.post("/kiosk/end");
    kiosk.cookies.set("session", session);
    await begin(kiosk);
    expect((await kiosk.open("/account/details")).path).toMatch(/^\/sign-in/);
  });

  it("ends a visit that nobody touches, whatever the screen does", async () => {
    const { enrol, clock, house } = await setup();
    const { browser: kiosk } = await enrol("Kiosk 1");
    await begin(kiosk);
    await report(kiosk);
    for (let minutes = 0; minutes < 5; minutes++) {
      clock.advance(60_000);
      expect((await kiosk.post("/kiosk/still-here")).status).toBe(204);
    }
    expect((await kiosk.open("/account")).text).toContain("Report a pothole");
    expect((await kiosk.open("/kiosk/end")).heading).toBe("Do you want to end your visit?");
    clock.advance(166_000);
    expect((await kiosk.open("/account")).path).toBe("/kiosk");
    await endForgottenVisits(house);
    const { drafts } = house.db.tables(flowTables);
    expect(await house.db.q.select().from(drafts)).toEqual([]);
  });

  it("ends no visit before its page does, though the page was silent about the last touch", async () => {
    const { enrol, clock } = await setup();
    const { browser: kiosk } = await enrol("Kiosk 1");
    await begin(kiosk);
    await report(kiosk);
    // So soon after the page before, this one is not written down.
    clock.advance(4900);
    await kiosk.open("/services/report-pothole/surface");
    // They scroll for a while, and the page has just not told of it; then they do nothing until its time is nearly over.
    clock.advance((tellSeconds + 120) * 1000 - 100);
    expect((await kiosk.post("/kiosk/still-here")).status).toBe(204);
    expect((await kiosk.open("/account")).text).toContain("Report a pothole");
  });

  it("asks without scripts before it ends a visit, and goes on where somebody says that they are there", async () => {
    const { enrol, clock } = await setup();
    const { browser: kiosk } = await enrol("Kiosk 1");
    await begin(kiosk);
    await report(kiosk);
    /** Where the page leads by itself, and after how many seconds. */
    const refresh = () => {
      const head = /<noscript><meta http-equiv="refresh" content="(\d+); url=([^"]*)"/i;
      const [, seconds, path] = head.exec(kiosk.page!.html)!;
      return { seconds: Number(seconds), path: path! };
    };
    const wait = async () => {
      const { seconds, path } = refresh();
      clock.advance(seconds * 1000);
      return kiosk.open(path);
    };
    await kiosk.open("/services/report-pothole/place?change");
    expect(refresh()).toEqual({
      seconds: 90,
      path: "/kiosk/idle?back=%2Fservices%2Freport-pothole%2Fplace%3Fchange",
    });
    expect((await wait()).heading).toBe("Are you still there?");
    expect(refresh()).toEqual({ seconds: 30, path: "/kiosk/end" });
    clock.advance(29_000);
    const back = await kiosk.submit({}, "main form[action$=still-here]");
    expect(back.path).toBe("/services/report-pothole/place?change");
    expect(back.html).toContain("By the old oak");
    expect((await wait()).heading).toBe("Are you still there?");
    expect((await wait()).path).toBe("/kiosk?ended");
  });

  it("keeps no answers that a page sends while its visit ends", async () => {
    const { enrol, house } = await setup();
    const { browser: kiosk } = await enrol("Kiosk 1");
    await begin(kiosk);
    await report(kiosk);
    const before = new Map(kiosk.cookies);
    await kiosk.post("/kiosk/end");
    for (const [name, value] of before) kiosk.cookies.set(name, value);
    await kiosk.post("/services/report-pothole/place/save", { "place-description": "Too late" });
    const { drafts } = house.db.tables(flowTables);
    expect(await house.db.q.select().from(drafts)).toEqual([]);
  });

  it("says of a case that it came from a kiosk, and forgets who sent it", async () => {
    const { enrol, house } = await setup();
    const { browser: kiosk } = await enrol("Kiosk 1");
    await begin(kiosk);
    await report(kiosk);
    await kiosk.submit({ surface: "road" });
    await kiosk.submit({ size: "small", depth: "deep" });
    await kiosk.submit({ details: "One" });
    await kiosk.submit({ name: "Ola Nowak", email: "ola@example.org" });
    const done = await kiosk.submit();
    const reference = done.path.split("?")[0]!.split("/").at(-1)!;
    const { cases } = house.db.tables(caseTables);
    const [row] = await house.db.q.select().from(cases).where(eq(cases.reference, reference));
    const { visits } = house.db.tables(kioskTables);
    const [visit] = await house.db.q.select().from(visits);
    expect(row).toMatchObject({ channel: "kiosk", subjectKind: "guest", subjectId: visit!.guestId });
    expect((await kiosk.open(`/cases/${reference}`)).status).toBe(200);
    await begin(kiosk);
    expect((await kiosk.open(`/cases/${reference}`)).status).toBe(404);
  });

  it("begins one visit for two taps at once", async () => {
    const { enrol, house } = await setup();
    const { browser: kiosk } = await enrol("Kiosk 1");
    const twin = Object.assign(Object.create(Object.getPrototypeOf(kiosk)), kiosk, { cookies: new Map(kiosk.cookies) });
    await Promise.all([begin(kiosk), begin(twin as Browser)]);
    const { visits } = house.db.tables(kioskTables);
    const open = (await house.db.q.select().from(visits)).filter(({ openKey }) => openKey);
    expect(open).toHaveLength(1);
  });
});
