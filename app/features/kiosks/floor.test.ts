import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { auditTables } from "~db/schema/audit";
import { caseTables } from "~db/schema/cases";
import { flowTables } from "~db/schema/flow";
import { kioskTables } from "~db/schema/kiosks";
import { fixedClock } from "../../platform/clock";
import { eachDatabase } from "../../platform/db/testing.server";
import type { Browser } from "../../testing/browser";
import { addOrganisation } from "../../testing/organisations";
import { openTestPortal } from "../../testing/portal.server";
import { createAccount } from "../accounts/accounts.server";
import { addKiosk, enrolKiosk, enrolmentCode, givePin } from "./kiosks.server";

const password = "green-bracken-26";
const site = "Central Library";
const by = { actor: { kind: "staff", id: "staff" }, channel: "online" } as const;

/** Answers what is left of a report, and sends it. @returns the path of its case */
async function sendPothole(browser: Browser, acting = ""): Promise<string> {
  await browser.open(`${acting}/services/report-pothole/place`);
  await browser.submit({ "place-description": "By the old oak" });
  await browser.submit({ surface: "road" });
  await browser.submit({ size: "small", depth: "deep" });
  await browser.submit({ details: "One" });
  await browser.submit({ name: "Ola Nowak", email: "ola@example.org" });
  const done = await browser.submit();
  return `${acting}/cases/${done.path.split("?")[0]!.split("/").at(-1)}`;
}

eachDatabase("help at a kiosk", (openDatabase) => {
  const setup = async () => {
    const clock = fixedClock("2026-05-13T09:00:00Z");
    const portal = await openTestPortal(await openDatabase(), { clock });
    const { house } = portal;
    const newKiosk = async (name: string, at = site) => {
      const id = await addKiosk(house, by, { name, site: at });
      const kiosk = portal.browser();
      kiosk.cookies.set("kiosk", (await enrolKiosk(house, (await enrolmentCode(house, id))!))!);
      return kiosk;
    };
    const signIn = async (email: string, name: string, role: "floorwalker" | "staff" | "resident") => {
      await createAccount(house, { email, name, password, role });
      const browser = portal.browser();
      await browser.open("/sign-in");
      await browser.submit({ email, password });
      return browser;
    };
    const ana = await signIn("ana@example.org", "Ana Silva", "floorwalker");
    await givePin(house, { email: "ana@example.org", site, pin: "260426" }, by);
    const kiosk = await newKiosk("Kiosk 1");
    await kiosk.post("/kiosk", { to: "report" });
    const codeOf = async (at: Browser) => (await at.open("/kiosk/help")).dom.querySelector(".app-code")!.text;
    const respond = async (answer: "yes" | "no") => {
      await kiosk.open("/services");
      await kiosk.submit({ answer }, "form[action='/kiosk/helper']");
    };
    /** Ana asks to help at a kiosk, and its customer answers. */
    const join = async (answer?: "yes" | "no") => {
      await ana.open("/floor");
      if (ana.page!.dom.querySelector("#pin")) await ana.submit({ pin: "260426" });
      await ana.submit({ code: await codeOf(kiosk) });
      if (answer) await respond(answer);
      return ana.page!.path;
    };
    const danger = async (at: Browser) => {
      await at.open("/services/report-pothole/danger");
      await at.submit({ danger: "no-danger" });
    };
    return { ...portal, clock, ana, kiosk, newKiosk, signIn, codeOf, join, respond, danger };
  };

  it("takes a yes for the helper whom the page named, and for nobody who asks meanwhile", async () => {
    const { ana, kiosk, join, respond, house, signIn, codeOf } = await setup();
    await join();
    const forAna = await kiosk.open("/services");
    await ana.submit({ intent: "leave" }, "form:has([value=leave])");
    const ben = await signIn("ben@example.org", "Ben Okoye", "floorwalker");
    await givePin(house, { email: "ben@example.org", site, pin: "260427" }, by);
    await ben.open("/floor");
    await ben.submit({ pin: "260427" });
    await ben.submit({ code: await codeOf(kiosk) });
    kiosk.page = forAna;
    const heading = () => kiosk.page!.dom.querySelector("#helper")!.text;
    await kiosk.submit({ answer: "yes" }, "form[action='/kiosk/helper']");
    expect(heading()).toContain("Ben Okoye\u2069 wants to help you");
    await respond("yes");
    expect(heading()).toContain("Ben Okoye\u2069 is helping you");
  });

  it("lets a floorwalker in by the PIN of the site, and to that site's kiosks only", async () => {
    const { ana, newKiosk, codeOf, signIn, browser, house } = await setup();
    expect(ana.page!.path).toBe("/floor");
    expect((await ana.submit({ pin: "111111" })).text).toContain("does not fit any of your sites");
    const elsewhere = await newKiosk("Kiosk 9", "Town Hall");
    await elsewhere.post("/kiosk", { to: "report" });
    await ana.submit({ pin: "260426" });
    expect(ana.page!.text).toContain(`You work at \u2068${site}\u2069`);
    expect((await ana.submit({ code: await codeOf(elsewhere) })).status).toBe(400);
    expect((await browser().open("/floor")).path).toMatch(/^\/sign-in/);
    const resident = await signIn("resident@example.org", "Rowan", "resident");
    expect((await resident.open("/floor")).status).toBe(404);
    expect((await ana.open("/staff")).status).toBe(404);
    expect(await givePin(house, { email: "resident@example.org", site, pin: "260426" }, by)).toBe(false);
  });

  it("is told at once who calls for help at the site, and since when; who goes there takes the call from the others", async () => {
    const { ana, kiosk, newKiosk, signIn, house, clock, codeOf } = await setup();
    const pins = { ana: "260426", bo: "260427", cy: "260428" };
    const bo = await signIn("bo@example.org", "Bo Lund", "floorwalker");
    const cy = await signIn("cy@example.org", "Cy Hall", "floorwalker");
    await givePin(house, { email: "bo@example.org", site, pin: pins.bo }, by);
    await givePin(house, { email: "cy@example.org", site: "Town Hall", pin: pins.cy }, by);
    for (const [browser, pin] of [
      [ana, pins.ana],
      [bo, pins.bo],
      [cy, pins.cy],
    ] as const) {
      await browser.open("/floor");
      await browser.submit({ pin });
      expect(browser.page!.text).toContain("Nobody is waiting");
    }
    const stand = (await ana.open("/floor/state")).html;
    await kiosk.post("/kiosk/help");
    expect(kiosk.page!.dom.querySelector(".app-helper")!.text).toContain("We have told our staff");
    clock.advance(60_000);
    const second = await newKiosk("Kiosk 2");
    await second.post("/kiosk", { to: "help" });
    // A second touch keeps the place.
    await kiosk.post("/kiosk/help");
    expect((await ana.open("/floor/state")).html).not.toBe(stand);
    const waiting = async (browser: Browser) => {
      const part = await browser.open("/floor/calls");
      expect((await browser.open("/floor")).dom.querySelector("#calls")!.innerHTML).toBe(part.html);
      return part.dom.querySelectorAll("li > span").map(({ text }) => text.trim());
    };
    expect(await waiting(ana)).toEqual([
      "Kiosk 1 has been waiting since 10:00am",
      "Kiosk 2 has been waiting since 10:01am",
    ]);
    expect(await waiting(cy)).toEqual([]);

    const visit = bo.page && (await bo.open("/floor")).dom.querySelector("button[name=take]")!.getAttribute("value")!;
    await bo.post("/floor", { take: visit! });
    // Who comes second, or works elsewhere, changes nothing.
    await ana.post("/floor", { take: visit! });
    await cy.post("/floor", { take: visit!, "give-back": visit! });
    expect(await waiting(bo)).toEqual([
      "Kiosk 1 is waiting for you, since 10:00am",
      "Kiosk 2 has been waiting since 10:01am",
    ]);
    expect(await waiting(ana)).toEqual(["Kiosk 2 has been waiting since 10:01am"]);
    expect((await kiosk.open("/")).dom.querySelector(".app-helper")!.text).toContain("Bo Lund\u2069 is coming");
    await bo.post("/floor", { "give-back": visit! });
    expect((await waiting(ana))[0]).toContain("Kiosk 1 has been");

    await kiosk.post("/kiosk/helper", { answer: "cancel", back: "/" });
    expect((await kiosk.open("/")).dom.querySelector(".app-helper")).toBeNull();
    expect(await waiting(ana)).toEqual(["Kiosk 2 has been waiting since 10:01am"]);
    // A helper who is there is called no more; nor is one for a visit that has ended.
    await ana.open("/floor");
    await ana.submit({ code: await codeOf(second) });
    expect(await waiting(bo)).toEqual([]);
    await kiosk.post("/kiosk/help");
    expect(await waiting(bo)).toHaveLength(1);
    await kiosk.post("/kiosk/end");
    expect(await waiting(bo)).toEqual([]);
  });

  it("lets staff give a PIN to a floorwalker, and to nobody else", async () => {
    const { signIn } = await setup();
    const staff = await signIn("staff@example.org", "Sam", "staff");
    await staff.open("/staff/floorwalkers");
    expect(staff.page!.text).toContain("Ana Silva (ana@example.org)");
    expect((await staff.submit({ email: "ana@example.org", site, pin: "12" })).text).toContain("Enter 6 to 12 digits");
    expect((await staff.submit({ email: "staff@example.org", site, pin: "123456" })).status).toBe(400);
    expect((await staff.submit({ email: "ana@example.org", site, pin: "123456" })).path).toBe("/staff/floorwalkers");
  });

  it("shows nothing before the customer has read what is seen and has said yes", async () => {
    const { ana, kiosk, join, danger } = await setup();
    await danger(kiosk);
    const path = await join();
    expect(ana.page!.heading).toBe("Waiting for the customer");
    expect(ana.page!.text).not.toContain("pothole");
    const page = await kiosk.open("/services/report-pothole/place");
    const notice = page.dom.querySelector(".app-helper")!;
    expect(notice.text).toContain("Ana Silva\u2069 wants to help you");
    expect(notice.text).toContain("cannot see your passwords, your payments or answers marked as private");
    expect((await kiosk.open("/kiosk/state")).html).toMatch(/^asked /);
    const part = page.dom.querySelector("[data-part]")!.getAttribute("data-part")!;
    expect((await kiosk.open(part)).dom.toString()).toBe(notice.toString());
    await kiosk.open("/pl/services/report-pothole/place?change");
    expect(kiosk.page!.dom.querySelector(".app-helper [name=back]")!.getAttribute("value")).toMatch(/place\?change$/);
    await kiosk.post("/kiosk/helper", { answer: "no", back: "/services/report-pothole/place" });
    expect(kiosk.page!.path).toBe("/services/report-pothole/place");
    expect(kiosk.page!.dom.querySelector(".app-helper")).toBeNull();
    expect((await ana.open(path)).heading).toBe("The customer said no");
  });

  it("names the helper on both screens, shows the form but nothing private, and says that it was helped", async () => {
    const { ana, kiosk, join, danger, house } = await setup();
    const path = await join("yes");
    expect((await ana.open(path)).heading).toBe("You are helping");
    expect((await kiosk.open("/")).dom.querySelector(".app-helper")!.text).toContain("Ana Silva\u2069 is helping you");
    const before = (await ana.open(`${path}/state`)).html;
    await danger(kiosk);
    expect((await ana.open(`${path}/state`)).html).not.toBe(before);
    expect((await ana.open(path)).text).toContain("Report a pothole");
    expect(ana.page!.text).toContain("No, it is not an emergency");
    const { drafts } = house.db.tables(flowTables);
    const [draft] = await house.db.q.select().from(drafts);
    const account = ana.page!.dom.querySelector(".app-header__account bdi")!.text;
    expect(account).toBe("Ana Silva");
    expect(draft).toMatchObject({ channel: "assisted", actorKind: "guest" });
    expect(draft!.helperId).toBeTruthy();
    const { auditEntries } = house.db.tables(auditTables);
    const seen = await house.db.q.select().from(auditEntries).where(eq(auditEntries.action, "draft.seen"));
    expect(seen[0]).toMatchObject({ actorKind: "floorwalker", recordId: draft!.id, channel: "assisted" });
  });

  it("hides answers that are marked as private", async () => {
    const { ana, kiosk, join, signIn } = await setup();
    const path = await join("yes");
    await signIn("ola@example.org", "Ola Nowak", "resident");
    await kiosk.open("/sign-in");
    await kiosk.submit({ email: "ola@example.org", password });
    await kiosk.open("/services/apply-council-tax-support/about-you");
    await kiosk.submit({
      "date-of-birth-day": "1",
      "date-of-birth-month": "2",
      "date-of-birth-year": "1980",
      "national-insurance": "QQ123456C",
    });
    const page = await ana.open(path);
    expect(page.text).toContain("Apply for council tax support");
    expect(page.text).toContain("Friday 1 February 1980");
    expect(page.text).toContain("Your National Insurance numberPrivate");
    expect(page.html).not.toContain("123456C");
  });

  it.each(["customer", "helper", "visit"] as const)("is over at once when the %s ends it", async (who) => {
    const { ana, kiosk, join, danger, house } = await setup();
    const path = await join("yes");
    await danger(kiosk);
    await ana.open(path);
    if (who === "customer") await kiosk.post("/kiosk/helper", { answer: "stop", back: "/" });
    if (who === "helper") await ana.submit({ intent: "leave" }, "main form:has(.govuk-button--warning)");
    if (who === "visit") await kiosk.post("/kiosk/end");
    expect((await ana.open(path)).heading).toBe("The help has ended");
    expect(ana.page!.html).not.toContain("No, it is not an emergency");
    if (who === "visit") return;
    await kiosk.open("/services/report-pothole/place");
    expect(kiosk.page!.dom.querySelector(".app-helper")).toBeNull();
    await kiosk.open("/services/request-call-back/topic");
    const { helps } = house.db.tables(kioskTables);
    expect(await house.db.q.select().from(helps)).toMatchObject([{ state: "ended", endedBy: who, openKey: null }]);
  });

  it("lets no second helper in, nor anybody else to the helper's page, nor see a visit that nobody touches", async () => {
    const { ana, kiosk, join, danger, signIn, house, clock, codeOf } = await setup();
    const path = await join("yes");
    await danger(kiosk);
    const ben = await signIn("ben@example.org", "Ben", "floorwalker");
    await givePin(house, { email: "ben@example.org", site, pin: "777777" }, by);
    await ben.open("/floor");
    await ben.submit({ pin: "777777" });
    expect((await ben.submit({ code: await codeOf(kiosk) })).text).toContain("someone helps there already");
    expect((await ben.open(path)).status).toBe(404);
    expect((await ben.open(`${path}/state`)).status).toBe(404);
    clock.advance(166_000);
    expect((await ana.open(path)).text).not.toContain("pothole");
  });

  it("lets a helper who left the page come back to the visit, by its link or by its number", async () => {
    const { ana, kiosk, join, danger, codeOf } = await setup();
    const path = await join("yes");
    await danger(kiosk);
    const floor = await ana.open("/floor");
    expect(floor.dom.querySelector(`main a[href="${path}"]`)?.text).toContain("Kiosk");
    expect((await ana.submit({ code: await codeOf(kiosk) })).path).toBe(path);
    expect(ana.page!.text).toContain("pothole");
    await kiosk.open("/kiosk/end");
    await kiosk.submit({}, "main form");
    expect((await ana.open("/floor")).dom.querySelector(`main a[href="${path}"]`)).toBeNull();
  });

  it("asks for the PIN in every new session, whatever is asked of a help, and for the one of its site", async () => {
    const { ana, kiosk, join, danger, browser, house } = await setup();
    const path = await join("yes");
    await danger(kiosk);
    const second = browser();
    await second.open("/sign-in");
    await second.submit({ email: "ana@example.org", password });
    const expectPin = async () => {
      for (const page of [
        await second.open(path),
        await second.open(`${path}/state`),
        await second.post(path, { intent: "record" }),
        await second.post(path, { intent: "leave" }),
      ]) {
        expect(page.path).toBe("/floor");
        expect(page.html).not.toContain("not an emergency");
      }
    };
    await expectPin();
    await givePin(house, { email: "ana@example.org", site: "Town Hall", pin: "333333" }, by);
    await second.open("/floor");
    await second.submit({ pin: "333333" });
    await expectPin();
    expect((await ana.open(path)).heading).toBe("You are helping");
    const { auditEntries } = house.db.tables(auditTables);
    expect(await house.db.q.select().from(auditEntries).where(eq(auditEntries.action, "draft.seen"))).toHaveLength(1);
  });

  it("keeps the first note of a help", async () => {
    const { ana, join, house } = await setup();
    const path = await join("yes");
    await ana.open(path);
    await ana.submit({ intent: "leave" }, "main form:has(.govuk-button--warning)");
    await ana.submit({ kind: "computer", alone: "yes" });
    expect((await ana.post(path, { intent: "record", kind: "form", alone: "no" })).text).toContain(
      "Your note is saved",
    );
    const { helps } = house.db.tables(kioskTables);
    expect(await house.db.q.select().from(helps)).toMatchObject([{ kind: "computer", aloneNextTime: true }]);
    const { auditEntries } = house.db.tables(auditTables);
    const notes = await house.db.q.select().from(auditEntries).where(eq(auditEntries.action, "help.recorded"));
    expect(notes).toHaveLength(1);
  });

  it("shows what was begun before the customer said yes, but not what they had sent by then", async () => {
    const { ana, kiosk, join, danger, clock } = await setup();
    await danger(kiosk);
    clock.advance(1000);
    const path = await join("yes");
    expect((await ana.open(path)).text).toContain("No, it is not an emergency");
    await sendPothole(kiosk);
    expect((await ana.open(path)).text).toContain("Report a pothole");
    await ana.submit({ intent: "leave" }, "main form:has(.govuk-button--warning)");
    clock.advance(1000);
    expect((await ana.open(await join("yes"))).text).toContain("has not begun a form yet");
  });

  it.each(["along", "signed out", "in an account"] as const)(
    "is on the case of a form that is sent %s",
    async (how) => {
      const { ana, kiosk, join, danger, browser, house, signIn } = await setup();
      await signIn("ola@example.org", "Ola Nowak", "resident");
      await join("yes");
      const signInHere = async (at: Browser) => {
        await at.open("/sign-in");
        await at.submit({ email: "ola@example.org", password });
      };
      if (how === "signed out") await signInHere(kiosk);
      await danger(kiosk);
      const home = browser();
      if (how === "signed out") await kiosk.post("/sign-out");
      else {
        await kiosk.open("/kiosk/take");
        await kiosk.submit({ way: "paper" });
      }
      const code = kiosk.page!.dom.querySelector(".app-code--large")?.text.trim();
      await kiosk.post("/kiosk/end");
      if (how !== "along") await signInHere(home);
      if (how === "in an account") {
        // A draft of the account's own goes into the one that comes.
        await home.open("/services/report-pothole/danger");
        await home.submit({ danger: "no-danger" });
      }
      if (code) await home.post("/take", { code });
      const path = await sendPothole(home);
      expect((await home.open(path)).text).toContain("Ana Silva\u2069 helped you for 1 minute");
      expect((await ana.open("/floor")).status).toBe(200);
      const { helpDrafts } = house.db.tables(kioskTables);
      expect(await house.db.q.select().from(helpDrafts)).toHaveLength(1);
    },
  );

  it("is on the case of an organisation too, and goes where a draft goes on in another", async () => {
    const { kiosk, join, danger, browser, signIn } = await setup();
    const ola = await signIn("ola@example.org", "Ola Nowak", "resident");
    const organisation = await addOrganisation(ola);
    await join("yes");
    await kiosk.open("/sign-in");
    await kiosk.submit({ email: "ola@example.org", password });
    await danger(kiosk);
    await kiosk.open(`/for/${organisation}/services/report-pothole/danger`);
    await kiosk.submit({ danger: "no-danger" });
    const path = await sendPothole(kiosk, `/for/${organisation}`);
    await kiosk.post("/kiosk/end");
    expect((await ola.open(path)).text).toContain("Ana Silva\u2069 helped you");
    // At home she begins the same form before she signs in: the account's own goes into it.
    const home = browser();
    await danger(home);
    await home.open("/sign-in");
    await home.submit({ email: "ola@example.org", password });
    expect((await home.open(await sendPothole(home))).text).toContain("Ana Silva\u2069 helped you");
  });

  it("records the help on the case, for its customer to see", async () => {
    const { ana, kiosk, join, danger, clock, house, signIn } = await setup();
    const path = await join("yes");
    await danger(kiosk);
    for (let minutes = 0; minutes < 12; minutes++) {
      clock.advance(60_000);
      await kiosk.post("/kiosk/still-here");
    }
    const sent = await sendPothole(kiosk);
    const { cases } = house.db.tables(caseTables);
    const [row] = await house.db.q.select().from(cases);
    expect(row).toMatchObject({ channel: "assisted", actorKind: "guest" });
    expect(row!.helperId).toBeTruthy();
    await ana.open(path);
    await ana.submit({ intent: "leave" }, "main form:has(.govuk-button--warning)");
    expect((await ana.submit({})).text).toContain("Choose what you helped with");
    expect((await ana.submit({ kind: "computer", alone: "yes" })).text).toContain("Your note is saved");
    const told = (await kiosk.open(sent)).text;
    expect(told).toContain("Ana Silva\u2069 helped you for 12 minutes on Wednesday 13 May");
    expect(told).toContain("Help with using the screen. Next time you could do it on your own.");
    const staff = await signIn("staff@example.org", "Sam", "staff");
    expect((await staff.open(`/staff${sent}`)).text).toContain("helped you for 12 minutes");
  });
});
