import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { flowTables } from "~db/schema/flow";
import { platformTables } from "~db/schema/platform";
import { fixedClock } from "../../platform/clock";
import { eachDatabase } from "../../platform/db/testing.server";
import type { Browser } from "../../testing/browser";
import { openTestPortal } from "../../testing/portal.server";
import { linkToken } from "../notifications/notifications.server";
import { addKiosk, enrolKiosk, enrolmentCode } from "./kiosks.server";

eachDatabase("taking a draft along from a kiosk", (openDatabase) => {
  const setup = async () => {
    const clock = fixedClock("2026-05-13T09:00:00Z");
    const portal = await openTestPortal(await openDatabase(), { clock });
    const { house } = portal;
    const by = { actor: { kind: "staff", id: "staff" }, channel: "online" } as const;
    const id = await addKiosk(house, by, { name: "Kiosk 1", site: "Central Library" });
    const kiosk = portal.browser();
    kiosk.cookies.set("kiosk", (await enrolKiosk(house, (await enrolmentCode(house, id))!))!);
    await kiosk.post("/kiosk", { to: "report" });
    await kiosk.open("/services/report-pothole/danger");
    await kiosk.submit({ danger: "no-danger" });
    await kiosk.submit({ "place-description": "By the old oak" });
    const take = async (fields: Record<string, string>) => {
      await kiosk.open("/kiosk/take");
      return kiosk.submit(fields);
    };
    const draft = async () => (await house.db.q.select().from(house.db.tables(flowTables).drafts))[0];
    /** The link that the square on the screen holds. */
    const square = () => `/take/${linkToken(house, kiosk.page!.path.split("/").at(-1)!)}`;
    return { ...portal, clock, kiosk, take, draft, square };
  };
  const number = (browser: Browser) => browser.page!.dom.querySelector(".app-code--large")?.text.trim();
  const isForgotten = async (kiosk: Browser) => {
    expect((await kiosk.open("/account")).text).not.toContain("Report a pothole");
    expect((await kiosk.open("/services/report-pothole/danger")).html).not.toContain("checked");
  };

  it("moves it to a phone once both screens have said that their number is the same", async () => {
    const { browser, kiosk, take, square, draft } = await setup();
    const page = await take({ way: "phone" });
    expect(page.dom.querySelector("img.app-square")?.getAttribute("src")).toMatch(/^data:image\/png/);
    const path = square();
    const phone = browser();
    // A look uses nothing up.
    await browser().open(path);
    await phone.open(path);
    await phone.submit();
    const shown = number(phone);
    expect(shown).toMatch(/^\d\d$/);
    await kiosk.open(page.path);
    expect(number(kiosk)).toBe(shown);
    expect((await draft())!.subjectId).not.toBe("");
    const thief = browser();
    await thief.open(path);
    expect(thief.page!.status).toBe(410);
    expect((await thief.post(path)).status).toBe(410);
    await phone.submit({ same: "yes" });
    expect(phone.page!.heading).toBe("Now say yes on the kiosk");
    expect((await phone.open(`${path}/state`)).html).toBe("wait");
    await kiosk.submit({ same: "yes" });
    expect(kiosk.page!.text).toContain("This kiosk has forgotten it");
    expect((await phone.open(path)).path).toBe("/services/report-pothole/surface");
    expect((await phone.open("/services/report-pothole/place")).html).toContain("By the old oak");
    await isForgotten(kiosk);
    await kiosk.post("/kiosk/end");
    expect((await draft())!.answers).toMatchObject({ danger: "no-danger" });
  });

  it("keeps it at the kiosk where one of the two says no, or five minutes go by", async () => {
    const { browser, kiosk, take, square, clock } = await setup();
    await take({ way: "phone" });
    const phone = browser();
    await phone.open(square());
    await phone.submit();
    await phone.submit({ same: "yes" });
    await kiosk.open(kiosk.page!.path);
    expect((await kiosk.submit({ same: "no" })).heading).toBe("This did not work");
    expect((await phone.open(phone.page!.path)).status).toBe(410);
    await take({ way: "phone" });
    const late = square();
    for (let minutes = 0; minutes < 5; minutes++) {
      clock.advance(60_000);
      await kiosk.post("/kiosk/still-here");
    }
    expect((await browser().open(late)).status).toBe(410);
    expect((await kiosk.open("/services/report-pothole/place")).html).toContain("By the old oak");
  });

  it("sends a link by email that works once, and forgets the draft at once", async () => {
    const { browser, kiosk, take, house } = await setup();
    expect((await take({ way: "email", email: "ola@" })).text).toContain("Enter your email address");
    expect((await take({ way: "email", email: "ola@example.org" })).text).toContain("sent you an email");
    await isForgotten(kiosk);
    const { outbox } = house.db.tables(platformTables);
    const [row] = await house.db.q.select().from(outbox).where(eq(outbox.kind, "message"));
    const message = row!.payload as { to: string; template: string; link: { path: string; secret: string } };
    expect(message).toMatchObject({ to: "ola@example.org", template: "draft-along" });
    const path = `/take/${linkToken(house, message.link.secret)}`;
    await kiosk.post("/kiosk/end");
    const home = browser();
    expect((await home.open(path)).text).toContain("Report a pothole");
    expect((await home.submit()).path).toBe("/services/report-pothole/surface");
    expect((await browser().open(path)).status).toBe(410);
    expect((await home.open(path)).path).toBe("/services/report-pothole/surface");
  });

  it("prints a slip with a code that works once, however it is typed", async () => {
    const { browser, kiosk, take } = await setup();
    await take({ way: "paper" });
    const code = number(kiosk)!;
    expect(code).toMatch(/^[2-9A-Z]{3}-[2-9A-Z]{3}-[2-9A-Z]{3}$/);
    await isForgotten(kiosk);
    await kiosk.post("/kiosk/end");
    const home = browser();
    await home.open("/take");
    expect((await home.submit({ code: "234-567-89X" })).status).toBe(400);
    expect((await home.submit({ code: code.toLowerCase().replaceAll("-", " ") })).path).toBe(
      "/services/report-pothole/surface",
    );
    const other = browser();
    await other.open("/take");
    expect((await other.submit({ code })).text).toContain("This code does not work");
  });

  it("lets a hand-over be seen in its own visit only", async () => {
    const { browser, kiosk, take } = await setup();
    const { path } = await take({ way: "phone" });
    await kiosk.post("/kiosk", { to: "report" });
    expect((await kiosk.open(path)).status).toBe(404);
    expect((await browser().open(path)).status).toBe(404);
    expect((await kiosk.open("/kiosk/take")).text).toContain("You have not begun anything yet");
    expect((await kiosk.post("/kiosk/take", { draft: "x", way: "paper" })).path).toBe("/kiosk/take");
    expect((await kiosk.post("/kiosk/take", {})).status).toBe(400);
  });
});
