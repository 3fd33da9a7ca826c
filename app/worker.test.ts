import { expect, it } from "vitest";
import { kioskTables } from "~db/schema/kiosks";
import { letterTables } from "~db/schema/letters";
import { createAccount } from "./features/accounts/accounts.server";
import { addKiosk, enrolKiosk, enrolmentCode, givePin } from "./features/kiosks/kiosks.server";
import { fixedClock } from "./platform/clock";
import { asRequest } from "./platform/db/plans.testing.server";
import { eachDatabase } from "./platform/db/testing.server";
import type { Browser } from "./testing/browser";
import { openTestPortal } from "./testing/portal.server";
import { schedules } from "./worker.server";

const password = "green-bracken-26";
const day = 24 * 60 * 60_000;

eachDatabase("what the worker cleans", (openDatabase) => {
  const setup = async () => {
    const clock = fixedClock("2026-05-13T09:00:00Z");
    const portal = await openTestPortal(await openDatabase(), { clock });
    const { house } = portal;
    const signIn = async (role: "staff" | "floorwalker") => {
      await createAccount(house, { email: `${role}@example.org`, name: role, password, role });
      const browser = portal.browser();
      await browser.open("/sign-in");
      await browser.submit({ email: `${role}@example.org`, password });
      return browser;
    };
    const later = async (days: number) => {
      clock.advance(days * day);
      // Their plans are read too: nothing that the worker does takes longer with each case.
      for (const { run } of schedules) await asRequest(() => run(house));
    };
    return { ...portal, signIn, later };
  };
  const begin = async (browser: Browser, own = "") => {
    await browser.open(`${own}/services/report-pothole/danger`);
    await browser.submit({ danger: "no-danger" });
  };
  const send = async (browser: Browser, own = "") => {
    await begin(browser, own);
    await browser.submit({ "place-description": "By the old oak" });
    await browser.submit({ surface: "road" });
    await browser.submit({ size: "small", depth: "deep" });
    await browser.submit({ details: "One" });
    await browser.submit({ name: "Ola Nowak", email: "" });
    await browser.submit();
  };

  it("forgets visits, shifts, and helps of which no case came", async () => {
    const { house, browser, signIn, later } = await setup();
    const by = { actor: { kind: "staff", id: "staff" }, channel: "online" } as const;
    const id = await addKiosk(house, by, { name: "Kiosk 1", site: "Library" });
    const kiosk = browser();
    kiosk.cookies.set("kiosk", (await enrolKiosk(house, (await enrolmentCode(house, id))!))!);
    const ana = await signIn("floorwalker");
    await givePin(house, { email: "floorwalker@example.org", site: "Library", pin: "260426" }, by);
    await ana.open("/floor");
    await ana.submit({ pin: "260426" });
    const help = async (work: () => Promise<unknown>) => {
      await kiosk.post("/kiosk", { to: "help" });
      const code = (await kiosk.open("/kiosk/help")).dom.querySelector(".app-code")!.text;
      await ana.open("/floor");
      await ana.submit({ code });
      await kiosk.open("/services");
      await kiosk.submit({ answer: "yes" }, "form[action='/kiosk/helper']");
      await work();
      await kiosk.open("/kiosk/take");
    };
    await help(() => send(kiosk));
    await help(() => begin(kiosk));
    await kiosk.submit({ way: "paper" });
    const { visits, helps, helpDrafts, floorShifts, handovers } = house.db.tables(kioskTables);
    const count = async () => {
      const all = [visits, helps, helpDrafts, floorShifts, handovers].map((table) => house.db.q.select().from(table));
      return (await Promise.all(all)).map((rows) => rows.length);
    };
    expect(await count()).toEqual([2, 2, 2, 1, 1]);
    await later(1);
    expect(await count()).toEqual([2, 2, 2, 0, 1]);
    await later(28);
    expect(await count()).toEqual([2, 2, 2, 0, 1]);
    await later(3);
    expect(await count()).toEqual([0, 1, 1, 0, 0]);
    await later(1000);
    expect(await count()).toEqual([0, 1, 1, 0, 0]);
  });

  it("forgets callers without a case, and letters some time after they were printed", async () => {
    const { house, signIn, later } = await setup();
    const staff = await signIn("staff");
    const call = async (name: string) => {
      await staff.open("/staff/call");
      const page = await staff.submit({ name, address: "1 Mill Lane", locale: "en" });
      return page.path.replace(/\/services$/, "");
    };
    await call("Nothing");
    const draft = await call("Draft");
    await send(staff, await call("Case"));
    const { clients, letters } = house.db.tables(letterTables);
    const names = async () => (await house.db.q.select().from(clients)).map(({ name }) => name).sort();
    await later(20);
    await staff.open("/sign-in");
    await staff.submit({ email: "staff@example.org", password });
    await begin(staff, draft);
    const queue = await staff.open("/staff/letters");
    await later(11);
    expect(await names()).toEqual(["Case", "Draft"]);
    await later(20);
    expect(await names()).toEqual(["Case"]);
    await later(365);
    expect(await house.db.q.select().from(letters)).toHaveLength(1);
    await staff.open("/sign-in");
    await staff.submit({ email: "staff@example.org", password });
    await staff.open(queue.dom.querySelector("main th a")!.getAttribute("href")!);
    await staff.submit({ do: "printed" });
    await later(89);
    expect(await house.db.q.select().from(letters)).toHaveLength(1);
    await later(2);
    expect(await house.db.q.select().from(letters)).toEqual([]);
    expect(await names()).toEqual(["Case"]);
  });
});
