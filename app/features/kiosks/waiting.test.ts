import { expect, it } from "vitest";
import { flowTables } from "~db/schema/flow";
import { fixedClock } from "../../platform/clock";
import { eachDatabase } from "../../platform/db/testing.server";
import type { Browser } from "../../testing/browser";
import { openTestPortal } from "../../testing/portal.server";
import { endForgottenVisits } from "../../visits.server";
import { createAccount } from "../accounts/accounts.server";
import { addKiosk, enrolKiosk, enrolmentCode, givePin } from "./kiosks.server";

const site = "Central Library";
const by = { actor: { kind: "staff", id: "staff" }, channel: "online" } as const;
const ana = { email: "ana@example.org", password: "green-bracken-26" };

eachDatabase("waiting for help at a kiosk", (openDatabase) => {
  /** Somebody at a kiosk has typed something, has called for help, and touches nothing any more. */
  const setup = async () => {
    const clock = fixedClock("2026-05-13T09:00:00Z");
    const { house, browser } = await openTestPortal(await openDatabase(), { clock });
    const kiosk = browser();
    const id = await addKiosk(house, by, { name: "Kiosk 1", site });
    kiosk.cookies.set("kiosk", (await enrolKiosk(house, (await enrolmentCode(house, id))!))!);
    await kiosk.post("/kiosk", { to: "report" });
    await kiosk.open("/services/report-pothole/danger");
    await kiosk.submit({ danger: "no-danger" });
    await createAccount(house, { ...ana, name: "Ana Silva", role: "floorwalker" });
    await givePin(house, { email: ana.email, site, pin: "260426" }, by);
    const floor = browser();
    await floor.open("/sign-in");
    await floor.submit(ana);
    await floor.submit({ pin: "260426" });
    await kiosk.post("/kiosk/help");
    const code = kiosk.page!.dom.querySelector(".app-code")!.text;
    /** Time goes by, the page at the kiosk asks how things stand, and the portal tidies up. */
    const pass = async (seconds: number) => {
      clock.advance(seconds * 1000);
      await kiosk.open("/kiosk/state");
      await kiosk.open("/kiosk/notice");
      await endForgottenVisits(house);
    };
    const waiting = async () =>
      (await floor.open("/floor/calls")).dom.querySelectorAll("li > span").map(({ text }) => text.trim());
    const drafts = () => house.db.q.select().from(house.db.tables(flowTables).drafts);
    return { clock, kiosk, floor, code, pass, waiting, drafts };
  };

  it("keeps the place of somebody who touches nothing, and their time begins anew when a helper is there", async () => {
    const { kiosk, floor, code, pass, waiting, drafts } = await setup();
    expect(kiosk.page!.dom.querySelector(".app-helper")!.text).toContain("If nobody touches it for 10 minutes");
    await pass(599);
    expect(await waiting()).toEqual(["Kiosk 1 has been waiting since 10:00am"]);
    await floor.open("/floor");
    await floor.submit({ code });
    await pass(100);
    expect((await kiosk.open("/kiosk/notice")).html).toContain("wants to help you");
    expect((await floor.open("/floor")).dom.querySelector('main a[href^="/floor/"]')?.text).toContain("Kiosk 1");
    expect(await drafts()).toHaveLength(1);
    // From here on it is a visit as any other.
    await pass(66);
    expect(await drafts()).toEqual([]);
    expect((await kiosk.open("/account")).path).toBe("/kiosk");
  });

  it("ends the visit of somebody who has called and gone away", async () => {
    const { kiosk, pass, waiting, drafts } = await setup();
    await pass(646);
    expect(await drafts()).toEqual([]);
    expect(await waiting()).toEqual([]);
    expect((await kiosk.open("/account")).path).toBe("/kiosk");
  });

  it("shows no call of a visit that is over, though nobody has tidied up", async () => {
    const { clock, kiosk, waiting } = await setup();
    clock.advance(646_000);
    expect(await waiting()).toEqual([]);
    expect((await kiosk.open("/account")).path).toBe("/kiosk");
  });

  it("is over with the call: a visit ends as soon as any other", async () => {
    const { kiosk, pass, drafts } = await setup();
    await pass(300);
    await kiosk.post("/kiosk/helper", { answer: "cancel", back: "/" });
    await pass(166);
    expect(await drafts()).toEqual([]);
  });

  it("gives the page its longer limits with the notice, and takes them back with it", async () => {
    const { kiosk, floor, code } = await setup();
    const limits = (browser: Browser) =>
      browser.page!.dom.querySelector("[data-idle-limits]")?.getAttribute("data-idle-limits");
    expect(limits(kiosk)).toBe("570 600");
    await kiosk.open("/kiosk/notice");
    expect(limits(kiosk)).toBe("570 600");
    await floor.open("/floor");
    await floor.submit({ code });
    await kiosk.open("/kiosk/notice");
    expect(kiosk.page!.html).toContain("wants to help you");
    expect(limits(kiosk)).toBeUndefined();
  });

  it("waits as long without scripts, asks, and ends", async () => {
    const { clock, kiosk } = await setup();
    const follow = async () => {
      const head = /<noscript><meta http-equiv="refresh" content="(\d+); url=([^"]*)"/i;
      const [, seconds, path] = head.exec(kiosk.page!.html)!;
      clock.advance(Number(seconds) * 1000);
      const page = await kiosk.open(path!);
      return [Number(seconds), page.heading];
    };
    expect(await follow()).toEqual([570, "Are you still there?"]);
    expect(await follow()).toEqual([30, "Welcome"]);
  });

  it("lets nobody end the visit by its address meanwhile, as a page without scripts does", async () => {
    const { clock, kiosk } = await setup();
    clock.advance(590_000);
    expect((await kiosk.open("/kiosk/end")).heading).toBe("Do you want to end your visit?");
  });
});
