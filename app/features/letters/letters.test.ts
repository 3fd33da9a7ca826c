import { expect, it } from "vitest";
import { caseTables } from "~db/schema/cases";
import { platformTables } from "~db/schema/platform";
import { fixedClock } from "../../platform/clock";
import { eachDatabase } from "../../platform/db/testing.server";
import type { Browser } from "../../testing/browser";
import { openTestPortal } from "../../testing/portal.server";
import { createAccount } from "../accounts/accounts.server";

const password = "green-bracken-26";

eachDatabase("letters", (openDatabase) => {
  const setup = async () => {
    const clock = fixedClock("2026-05-13T09:00:00Z");
    const portal = await openTestPortal(await openDatabase(), { clock });
    const { house } = portal;
    const signIn = async (role: "resident" | "staff", email = `${role}@example.org`) => {
      await createAccount(house, { email, name: role, password, role });
      const browser = portal.browser();
      await browser.open("/sign-in");
      await browser.submit({ email, password });
      return browser;
    };
    const staff = await signIn("staff");
    const call = async (locale = "en") => {
      await staff.open("/staff/call");
      const page = await staff.submit({ name: "Ola Łącka", address: "1 Mill Lane\nBrackenford\nBK1 2AB", locale });
      return page.path.replace(/\/services$/, "");
    };
    const report = async (browser: Browser, own: string, email = "") => {
      await browser.open(`${own}/services/report-pothole/danger`);
      await browser.submit({ danger: "no-danger" });
      await browser.submit({ "place-description": "By the old oak" });
      await browser.submit({ surface: "road" });
      await browser.submit({ size: "small", depth: "deep" });
      await browser.submit({ details: "One" });
      await browser.submit({ name: "Ola Łącka", email });
      return browser.submit();
    };
    return { ...portal, staff, signIn, call, report };
  };

  it("lets staff open a case for somebody on the phone, who gets a letter", async () => {
    const { staff, call, report, house } = await setup();
    const own = await call();
    expect(own).toMatch(/^\/for\//);
    expect(staff.page!.html).toContain("You are filling this in for \u2068Ola Łącka\u2069");
    const done = await report(staff, own);
    expect(done.path).toContain(`${own}/services/report-pothole/done/`);
    const { cases } = house.db.tables(caseTables);
    const [row] = await house.db.q.select().from(cases);
    expect(row).toMatchObject({ channel: "phone", subjectKind: "client", actorKind: "staff", contactEmail: null });
    const queue = await staff.open("/staff/letters");
    expect(queue.text).toContain("Ola Łącka");
    const letter = await staff.open(queue.dom.querySelector("main td a")!.getAttribute("href")!);
    expect(letter.dom.querySelector(".app-letter__address")!.text).toBe("Ola Łącka1 Mill LaneBrackenfordBK1 2AB");
    expect(letter.text).toContain(row!.reference);
    expect(letter.text).toContain("Amara Hughes");
    const pdf = await staff.open(`${letter.path}/pdf`);
    expect(pdf.headers.get("content-type")).toBe("application/pdf");
    expect(pdf.html.startsWith("%PDF-")).toBe(true);
    await staff.open(letter.path);
    expect((await staff.submit()).text).toContain("There are no letters to print");
  });

  it("writes in the language of the person, not of whom they called", async () => {
    const { staff, call, report } = await setup();
    await report(staff, await call("ar"));
    const queue = await staff.open("/staff/letters");
    const letter = await staff.open(queue.dom.querySelector("main td a")!.getAttribute("href")!);
    expect(letter.dom.querySelector(".app-letter")!.getAttribute("dir")).toBe("rtl");
    expect(letter.text).toContain("شكرًا لك");
    const pdf = await staff.open(letter.dom.querySelector("a[href$=pdf]")!.getAttribute("href")!);
    expect(pdf.html).toContain("/Lang (ar)");
  });

  it("sends an email and no letter to whom has an address", async () => {
    const { staff, call, report, house } = await setup();
    await report(staff, await call(), "ola@example.org");
    expect((await staff.open("/staff/letters")).text).toContain("There are no letters to print");
    const { outbox } = house.db.tables(platformTables);
    const sent = (await house.db.q.select().from(outbox)).map(({ payload }) => payload);
    expect(sent).toContainEqual(expect.objectContaining({ to: "ola@example.org", template: "case-received" }));
  });

  it("keeps two calls apart, and everybody but staff away", async () => {
    const { staff, call, report, signIn, browser } = await setup();
    const first = await call();
    const done = await report(staff, first);
    const reference = done.path.split("?")[0]!.split("/").at(-1)!;
    expect((await staff.open(`${first}/cases/${reference}`)).status).toBe(200);
    const second = await call();
    expect((await staff.open(`${second}/cases/${reference}`)).status).toBe(404);
    expect((await staff.open(`/cases/${reference}`)).status).toBe(404);
    const resident = await signIn("resident");
    for (const path of ["/staff/call", "/staff/letters", `${first}/services`, `${first}/cases/${reference}`])
      expect((await resident.open(path)).status, path).toBe(404);
    expect((await browser().open(`${first}/services`)).path).toMatch(/^\/sign-in/);
    await staff.open("/staff/call");
    expect((await staff.submit({ name: "", address: "" })).status).toBe(400);
    expect((await staff.open("/staff/letters/none")).status).toBe(404);
    expect((await staff.open("/staff/letters/none/pdf")).status).toBe(404);
  });
});
