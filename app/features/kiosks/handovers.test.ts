import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { flowTables } from "~db/schema/flow";
import { kioskTables } from "~db/schema/kiosks";
import { platformTables } from "~db/schema/platform";
import { fixedClock } from "../../platform/clock";
import { eachDatabase } from "../../platform/db/testing.server";
import { hashToken } from "../../platform/ids";
import type { Browser } from "../../testing/browser";
import { addOrganisation } from "../../testing/organisations";
import { openTestPortal } from "../../testing/portal.server";
import { createAccount } from "../accounts/accounts.server";
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
    const drafts = () => house.db.q.select().from(house.db.tables(flowTables).drafts);
    const draft = async () => (await drafts())[0];
    /** The link that the square on the screen holds. */
    const square = () => `/take/${linkToken(house, kiosk.page!.path.split("/").at(-1)!)}`;
    /** A phone that has the square's link open, and its number. */
    const scan = async () => {
      await take({ way: "phone" });
      const phone = portal.browser();
      await phone.open(square());
      await phone.submit();
      await kiosk.open(kiosk.page!.path);
      return phone;
    };
    /** The link that a message on its way holds. */
    const mailed = async () => {
      const { outbox } = house.db.tables(platformTables);
      const [row] = await house.db.q.select().from(outbox).where(eq(outbox.kind, "message"));
      const { link } = row!.payload as { link: { secret: string } };
      return `/take/${linkToken(house, link.secret)}`;
    };
    return { ...portal, clock, kiosk, take, drafts, draft, square, scan, mailed };
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

  it("keeps the draft where no more mail may go to the address, and says so", async () => {
    const { kiosk, take, house } = await setup();
    for (let times = 0; times < 10; times++) await house.limits.strangerAddress.take("ola@example.org");
    const page = await take({ way: "email", email: "ola@example.org" });
    expect([page.status, page.text.includes("Too many emails have gone to this address today")]).toEqual([429, true]);
    expect(page.dom.querySelector("input[name=email]")?.getAttribute("value")).toBe("ola@example.org");
    expect((await kiosk.open("/services/report-pothole/place")).html).toContain("By the old oak");
    expect((await take({ way: "email", email: "sam@example.org" })).text).toContain("sent you an email");
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

  it("waits for the phone's yes where the kiosk has said it, though the visit ends meanwhile", async () => {
    const { kiosk, scan, clock } = await setup();
    const phone = await scan();
    await kiosk.submit({ same: "yes" });
    await kiosk.post("/kiosk/end");
    clock.advance(10 * 60_000);
    expect((await phone.submit({ same: "yes" })).path).toBe("/services/report-pothole/surface");
    expect((await phone.open("/services/report-pothole/place")).html).toContain("By the old oak");
  });

  it("keeps nothing for a phone that says no, or that the kiosk has not said yes to", async () => {
    const { kiosk, scan, drafts } = await setup();
    const phone = await scan();
    await kiosk.submit({ same: "yes" });
    await kiosk.post("/kiosk/end");
    expect(await drafts()).toHaveLength(1);
    expect((await phone.submit({ same: "no" })).status).toBe(410);
    expect(await drafts()).toEqual([]);
    await kiosk.post("/kiosk", { to: "report" });
    await kiosk.open("/services/report-pothole/danger");
    await kiosk.submit({ danger: "no-danger" });
    const second = await scan();
    await second.submit({ same: "yes" });
    await kiosk.post("/kiosk/end");
    expect((await second.open(second.page!.path)).status).toBe(410);
    expect(await drafts()).toEqual([]);
  });

  it("says that it did not work where the form was thrown away or sent before both said yes", async () => {
    const { kiosk, scan, draft, house } = await setup();
    const phone = await scan();
    const { path } = kiosk.page!;
    await phone.submit({ same: "yes" });
    await kiosk.post(`/account/drafts/${(await draft())!.id}/discard`);
    await kiosk.open(path);
    expect((await kiosk.submit({ same: "yes" })).heading).toBe("This did not work");
    expect((await phone.open(phone.page!.path)).status).toBe(410);
    const { handovers } = house.db.tables(kioskTables);
    expect(await house.db.q.select().from(handovers)).toMatchObject([{ state: "stopped" }]);
  });

  it("takes a second tap on the same button for no answer to the number", async () => {
    const { kiosk, scan, house } = await setup();
    const phone = await scan();
    expect((await phone.post(phone.page!.path)).heading).toBe("Does the kiosk show this number?");
    await kiosk.post(kiosk.page!.path);
    const { handovers } = house.db.tables(kioskTables);
    const [row] = await house.db.q.select().from(handovers);
    expect(row).toMatchObject({ state: "open", phoneSaidYes: false, kioskSaidYes: false });
  });

  it("opens a slip by its code alone, and lets nobody guess codes", async () => {
    const { browser, kiosk, take, house } = await setup();
    await take({ way: "paper" });
    const code = number(kiosk)!;
    const thief = browser();
    expect((await thief.open(`/take/${code}`)).status).toBe(410);
    expect((await thief.post(`/take/${code}`)).status).toBe(410);
    expect((await thief.open(`/take/${code}/state`)).html).toBe("gone");
    for (let times = 0; times < 30; times++)
      expect((await browser().post("/take", { code: "234-567-89X" })).status).toBe(400);
    const stopped = await thief.post("/take", { code });
    expect(stopped.status).toBe(429);
    expect(stopped.text).toMatch(/Try again in 1\d minutes, or call us on/);
    expect(stopped.dom.querySelector("input[name=code]")?.getAttribute("value")).toBe(code);
    // The database alone does not tell which of the codes it is.
    const { handovers } = house.db.tables(kioskTables);
    const [row] = await house.db.q.select().from(handovers);
    expect(row!.tokenHash).not.toBe(hashToken(code));
  });

  it("is for oneself: an organisation and a client are left out of it", async () => {
    const { browser, kiosk, take, house, mailed, draft } = await setup();
    await createAccount(house, {
      email: "ola@example.org",
      name: "Ola",
      password: "green-bracken-26",
      role: "resident",
    });
    const ola = browser();
    await ola.open("/sign-in");
    await ola.submit({ email: "ola@example.org", password: "green-bracken-26" });
    const organisation = await addOrganisation(ola);
    await take({ way: "email", email: "ola@example.org" });
    const path = await mailed();
    await kiosk.post("/kiosk/end");
    const holder = (await draft())!.subjectId;
    for (const own of [path, `${path}/state`, "/take"])
      expect((await ola.open(`/for/${organisation}${own}`)).path).toBe(own);
    expect((await ola.post(`/for/${organisation}${path}`)).path).toBe(path);
    expect((await ola.post(`/for/${organisation}/take`, { code: "234-567-89X" })).path).toBe("/take");
    expect(await draft()).toMatchObject({ subjectKind: "guest", subjectId: holder });
    await createAccount(house, { email: "sam@example.org", name: "Sam", password: "green-bracken-26", role: "staff" });
    const sam = browser();
    await sam.open("/sign-in");
    await sam.submit({ email: "sam@example.org", password: "green-bracken-26" });
    const call = await sam.post("/staff/call", { name: "Eve", address: "1 Mill Lane", locale: "en" });
    expect((await sam.post(`${call.path.replace("/services", "")}${path}`)).path).toBe(path);
    expect(await draft()).toMatchObject({ subjectKind: "guest", subjectId: holder });
    await ola.open(path);
    await ola.submit();
    expect(await draft()).toMatchObject({ subjectKind: "account" });
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
