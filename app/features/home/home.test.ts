import { eq } from "drizzle-orm";
import { expect, it, vi } from "vitest";
import { placeTables } from "~db/schema/places";
import { seedBorough } from "~db/seed/borough/seed-borough";
import { ensureDraft } from "../../flow/drafts.server";
import type { Subject } from "../../platform/actor";
import { fixedClock } from "../../platform/clock";
import { eachDatabase } from "../../platform/db/testing.server";
import { newId } from "../../platform/ids";
import { findDefinition } from "../../services/catalogue.server";
import { openTestPortal } from "../../testing/portal.server";
import { by, byStaff } from "../../testing/provenance";
import { createAccount } from "../accounts/accounts.server";
import { beginSession } from "../accounts/sessions.server";
import { changeState, type NewCase, openCase } from "../cases/cases.server";

vi.setConfig({ testTimeout: 30_000 });
const today = "2026-05-13";

eachDatabase("the pages around the flow", (openDatabase) => {
  const setup = async () => {
    const clock = fixedClock(`${today}T09:00:00Z`);
    const db = await openDatabase();
    await seedBorough(db, { addresses: 300, today });
    const portal = await openTestPortal(db, { clock });
    const { house } = portal;
    const guest = async () => {
      const browser = portal.browser();
      const { token, guestId } = await beginSession(house, {});
      browser.cookies.set("session", token);
      return { browser, subject: { kind: "guest", id: guestId } as const };
    };
    const account = async () => {
      const { id } = await createAccount(house, {
        email: "amina@example.org",
        name: "Amina",
        password: "correct horse battery",
      });
      const browser = portal.browser();
      browser.cookies.set("session", (await beginSession(house, { accountId: id })).token);
      return { browser, subject: { kind: "account", id } as const };
    };
    const open = (subject: Subject, serviceId = "report-pothole", state: NewCase["state"] = "received") =>
      house.db.transaction(() =>
        openCase(house, {
          draftId: newId(),
          serviceId,
          version: 1,
          by: by(subject),
          locale: "en",
          contact: {},
          answers: {},
          state,
          team: "highways",
          tell: true,
          targetDate: "2026-05-20",
        }),
      );
    const begin = (subject: Subject, serviceId: string) => ensureDraft(house, by(subject), findDefinition(serviceId)!);
    const { addresses } = db.tables(placeTables);
    const known = await db.q.select().from(addresses);
    const byPostcode = Map.groupBy(known, (one) => one.postcode);
    const busy = [...byPostcode].find(([, list]) => list.length > 1 && list.every((one) => one.roundId))!;
    return { ...portal, clock, guest, account, open, begin, busy };
  };

  it("shows what concerns one ward to whoever asks for an address there, and to nobody else", async () => {
    const { browser, house } = await setup();
    const { wards, addresses } = house.db.tables(placeTables);
    const [there] = await house.db.q
      .select({ id: addresses.id, postcode: addresses.postcode })
      .from(addresses)
      .innerJoin(wards, eq(wards.code, addresses.wardCode))
      .where(eq(wards.name, "Harbourside"));
    const notice = "Water main work on Mill Lane";
    expect((await browser().open("/")).text).not.toContain(notice);
    const asked = `/?postcode=${encodeURIComponent(there!.postcode)}&address=${there!.id}`;
    expect((await browser().open(asked)).text).toContain(notice);
  });

  it("shows the six ways in, notices and no cookie to somebody new", async () => {
    const { browser } = await setup();
    const page = await browser().open("/");
    expect(page.heading).toBe("What do you need to do?");
    expect(page.dom.querySelectorAll(".app-tile")).toHaveLength(6);
    expect(page.dom.querySelectorAll(".app-tile__services a")).toHaveLength(16);
    expect(page.text).toContain("Harbour Bridge is closed to traffic");
    expect(page.text).not.toContain("Carry on");
    expect(page.headers.getSetCookie()).toEqual([]);
    for (const link of page.dom.querySelectorAll("main a")) {
      const href = link.getAttribute("href")!;
      expect((await browser().open(href)).status, href).toBe(200);
    }
  });

  it("offers days of collection only where there is a calendar of them", async () => {
    const { browser } = await openTestPortal(await openDatabase());
    const asked = "main input[name='postcode'], #collection";
    expect((await browser().open("/")).dom.querySelector(asked)).toBeNull();
    expect((await browser().open("/?postcode=ZZ1+1ZZ")).dom.querySelector(asked)).toBeNull();
    const { browser: borough } = await setup();
    expect((await borough().open("/")).dom.querySelector(asked)).not.toBeNull();
  });

  it("answers the next collection in place: postcode, address, days", async () => {
    const { browser, busy } = await setup();
    const [postcode, list] = busy;
    const reader = browser();
    await reader.open("/");
    const choose = await reader.open(`/?postcode=${encodeURIComponent(postcode.toLowerCase().replace(" ", ""))}`);
    expect(choose.dom.querySelectorAll("#address option")).toHaveLength(list.length + 1);
    const days = await reader.open(`/?postcode=${encodeURIComponent(postcode)}&address=${list[1]!.id}`);
    expect(days.text).toContain(list[1]!.lines.join(", "));
    expect(days.text).toMatch(/(Mon|Tues|Wednes|Thurs|Fri|Satur)day \d+ \w+: (Rubbish|Recycling|Food)/);
    const missing = await reader.open(`/?postcode=${encodeURIComponent(postcode)}&address=`);
    expect(missing.text).toContain("Choose your address from the list");
    expect(reader.cookies.size).toBe(0);
  });

  it.each([
    ["", "Enter a postcode"],
    ["BK1", "Enter a full postcode"],
    ["SW1A 1AA", "not in our area"],
    ["<script>alert(1)</script>", "Enter a full postcode"],
  ])("says what to put right in the postcode %s", async (postcode, error) => {
    const { browser } = await setup();
    const page = await browser().open(`/?postcode=${encodeURIComponent(postcode)}`);
    expect(page.dom.querySelector("#postcode-error")?.text).toContain(error);
    expect(page.dom.querySelector("title")?.text).toMatch(/^Error: /);
    expect(page.dom.querySelector("main script")).toBeNull();
  });

  it("lets somebody known carry on, and shows what is in progress with its date", async () => {
    const { guest, open, begin } = await setup();
    const { browser, subject } = await guest();
    await begin(subject, "find-library");
    await begin(subject, "report-pothole");
    const { reference } = await open(subject);
    const page = await browser.open("/");
    const [draft, own] = page.dom.querySelectorAll(".app-card");
    expect(draft?.text).toContain("Report a pothole");
    expect(draft?.querySelector("a")?.getAttribute("href")).toBe("/services/report-pothole/danger");
    expect(own?.text).toContain("by Wednesday 20 May");
    expect(own?.querySelector("a")?.getAttribute("href")).toBe(`/cases/${reference}`);
  });

  it("invites a guest who has nothing, and warns one who has something", async () => {
    const { guest, browser, open, begin } = await setup();
    expect((await browser().open("/account")).text).toContain("Most services do not need an account");
    const { browser: own, subject } = await guest();
    await begin(subject, "report-pothole");
    const { reference } = await open(subject, "request-call-back");
    const page = await own.open("/account");
    expect(page.text).toContain("what you have done on this browser");
    expect(page.text).toContain("Report a pothole");
    expect(page.text).toContain(reference);
  });

  it("puts what waits for somebody first, and finds the rest by words or reference", async () => {
    const { house, account, open } = await setup();
    const { browser, subject } = await account();
    const asked = await open(subject, "apply-resident-parking-permit");
    await changeState(house, asked.id, { to: "waiting-for-you", note: "Which car?", by: byStaff });
    const over = await open(subject, "request-recycling-container");
    await changeState(house, over.id, { to: "withdrawn", by: byStaff });
    await open(subject);
    await open(subject, "pay-invoice", "unpaid");
    const page = await browser.open("/account");
    expect(page.dom.querySelectorAll("main h2").map((one) => one.text)).toEqual([
      "Waiting for you",
      "In progress",
      "Everything that you sent us",
      "Businesses and charities",
      "More",
    ]);
    expect(page.dom.querySelectorAll("section[aria-labelledby=waiting] .app-card")).toHaveLength(2);
    const found = async (query: string) =>
      (await browser.open(`/account?q=${encodeURIComponent(query)}`)).dom
        .querySelectorAll("section[aria-labelledby=everything] li a")
        .map((one) => one.text);
    expect(await found("recycling WITHDRAWN")).toEqual(["Request a recycling container"]);
    expect(await found(over.reference.toLowerCase().replaceAll("-", ""))).toEqual(["Request a recycling container"]);
    expect(await found("nothing of the kind")).toEqual([]);
  });

  it("asks the database no more often for a long list of cases than for one", async () => {
    const { house, account, open } = await setup();
    const { browser, subject } = await account();
    const asked = [vi.spyOn(house.db, "run"), vi.spyOn(house.db, "q", "get")];
    const countReads = async () => {
      for (const spy of asked) spy.mockClear();
      await browser.open("/account");
      return asked.reduce((sum, { mock }) => sum + mock.calls.length, 0);
    };
    await open(subject);
    const ofOne = await countReads();
    for (let more = 0; more < 9; more++) await open(subject);
    expect(await countReads()).toBeLessThanOrEqual(ofOne);
  });

  it("throws a draft away after asking, and only one's own", async () => {
    const { guest, begin } = await setup();
    const { browser, subject } = await guest();
    const draft = await begin(subject, "report-pothole");
    const path = `/account/drafts/${draft.id}/discard`;
    const other = (await guest()).browser;
    expect((await other.open(path)).status).toBe(404);
    expect((await other.post(path)).status).toBe(404);
    expect((await browser.open(path)).heading).toContain("Are you sure");
    const gone = await browser.submit();
    expect(gone.text).toContain("What you had begun is deleted");
    expect(gone.text).not.toContain("Report a pothole");
    expect((await browser.open(path)).status).toBe(404);
  });

  it.each([
    "/",
    "/services",
    "/accessibility",
    "/privacy",
    "/cookies",
    "/contact",
    "/account",
    "/track",
    "/search?q=a",
  ])("has %s in every language, with one heading and no missing text", async (path) => {
    const { browser } = await setup();
    for (const lng of ["", "/cy", "/pl", "/ar"]) {
      const page = await browser().open((lng + path).replace(/(.)\/$/, "$1"));
      expect(page.status).toBe(200);
      expect(page.dom.querySelectorAll("h1")).toHaveLength(1);
      expect(page.dom.querySelector("html")?.getAttribute("dir")).toBe(lng === "/ar" ? "rtl" : "ltr");
      expect(page.dom.querySelector("main")?.getAttribute("id")).toBe("content");
      expect(page.html).not.toMatch(/\b(home|cases|pages|search|staff|flow|ui)[:.][a-z]+[.-][a-z]/);
      expect(page.html).not.toMatch(/\{\{|undefined|\[object/);
      expect(page.headers.getSetCookie()).toEqual([]);
    }
  });
});
