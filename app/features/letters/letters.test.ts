import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { auditTables } from "~db/schema/audit";
import { caseTables } from "~db/schema/cases";
import { letterTables } from "~db/schema/letters";
import { paymentTables } from "~db/schema/payments";
import { platformTables } from "~db/schema/platform";
import { seedBills } from "~db/seed/bills";
import { seedResources } from "~db/seed/resources";
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
    /** The letters that wait, the oldest first, as they are read. */
    const readQueue = async () => {
      const links = (await staff.open("/staff/letters")).dom.querySelectorAll("main th a");
      const texts: string[] = [];
      for (const link of links) texts.push((await staff.open(link.getAttribute("href")!)).text);
      return texts;
    };
    const countEmails = async () => {
      const { outbox } = house.db.tables(platformTables);
      return (await house.db.q.select().from(outbox).where(eq(outbox.kind, "message"))).length;
    };
    return { ...portal, clock, staff, signIn, call, report, readQueue, countEmails };
  };
  const referenceOf = (path: string) => path.split("?")[0]!.split("/").at(-1)!;

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
    const letter = await staff.open(queue.dom.querySelector("main th a")!.getAttribute("href")!);
    expect(letter.dom.querySelector(".app-letter__address")!.text).toBe("Ola Łącka1 Mill LaneBrackenfordBK1 2AB");
    expect(letter.text).toContain(row!.reference);
    expect(letter.text).toContain("Amara Hughes");
    const pdf = await staff.open(`${letter.path}/pdf`);
    expect(pdf.headers.get("content-type")).toBe("application/pdf");
    expect(pdf.html.startsWith("%PDF-")).toBe(true);
    await staff.open(letter.path);
    expect((await staff.submit({ do: "printed" })).text).toContain("There are no letters to print");
  });

  it("says on paper what can be done on paper", async () => {
    const { staff, call, report, readQueue } = await setup();
    await report(staff, await call());
    const [letter] = await readQueue();
    expect(letter).toContain("We will write to you when something changes.");
    expect(letter).not.toMatch(/email|automatically|http/i);
  });

  it("lists whatever waits to be printed, or was printed, a page at a time", async () => {
    const { staff, call, clock, house } = await setup();
    const clientId = (await call()).split("/").at(-1)!;
    const { letters } = house.db.tables(letterTables);
    const many = Array.from({ length: 101 }, (_, n) => ({
      id: `letter-${String(n).padStart(3, "0")}`,
      clientId,
      reference: "R",
      template: "case-received",
      values: { reference: "R", serviceId: "report-pothole", date: "2026-05-20" },
      createdAt: clock.now(),
    }));
    const hrefs = (page: {
      dom: { querySelectorAll(css: string): { getAttribute(name: string): string | undefined }[] };
    }) => page.dom.querySelectorAll("main th a").map((link) => link.getAttribute("href"));
    for (const [state, path] of [
      ["queued", "/staff/letters"],
      ["printed", "/staff/letters/printed"],
    ] as const) {
      await house.db.transaction(async () => {
        await house.db.q.delete(letters);
        await house.db.q.insert(letters).values(many.map((one) => ({ ...one, state, printedAt: clock.now() })));
      });
      const page = await staff.open(path);
      expect(hrefs(page)).toHaveLength(100);
      const next = await staff.open(page.dom.querySelector("a[rel=next]")!.getAttribute("href")!);
      expect(new Set([...hrefs(page), ...hrefs(next)]).size).toBe(101);
      expect(next.text).toContain("First letters");
    }
  });

  it("writes when a case changes", async () => {
    const { clock, staff, call, report, readQueue } = await setup();
    const reference = referenceOf((await report(staff, await call())).path);
    clock.advance(60_000);
    await staff.open(`/staff/cases/${reference}`);
    await staff.submit({ state: "in-progress", note: "A crew is on its way." });
    clock.advance(60_000);
    await staff.open(`/staff/cases/${reference}`);
    await staff.submit({ state: "done", note: "We filled it." });
    const [, changed, done] = await readQueue();
    expect(changed).toContain("It is now: in progress.");
    expect(changed).toContain("A crew is on its way.");
    expect(done).toContain(`We have finished your request ${reference}`);
    expect(done).toContain("We filled it.");
  });

  it("confirms a booking, and its end", async () => {
    const { house, clock, staff, call, readQueue, countEmails } = await setup();
    await seedResources(house.db, clock.now());
    const own = await call();
    const before = await countEmails();
    await staff.open(`${own}/services/book-advisor-appointment/topic`);
    await staff.submit({ topic: "benefits" });
    await staff.submit();
    await staff.submit({ place: "civic-centre" });
    await staff.submit({ language: "english" });
    const slots = await staff.submit({ "access-needs": "none" });
    await staff.submit({ slot: slots.dom.querySelector("main input[name=slot]")!.getAttribute("value")! });
    await staff.submit({ name: "Ola Łącka" });
    const done = await staff.submit();
    expect(done.path).toContain("/done/");
    const reference = referenceOf(done.path);
    clock.advance(60_000);
    await staff.open(`${own}/cases/${reference}/cancel`);
    await staff.submit();
    const letters = await readQueue();
    expect(letters).toHaveLength(2);
    expect(letters[0]).toContain("Your booking is confirmed");
    expect(letters[0]).toContain("If you cannot keep it, call us on");
    expect(letters[0]).not.toContain("cancel it");
    expect(letters[1]).toContain("Your booking is cancelled");
    for (const letter of letters) expect(letter).toMatch(/When: |It was for: /);
    expect(await countEmails()).toBe(before);
  });

  it("sends the receipt of a payment", async () => {
    const { house, clock, staff, call, readQueue, countEmails } = await setup();
    await seedBills(house.db, clock.now());
    const { bills } = house.db.tables(paymentTables);
    const invoices = await house.db.q.select().from(bills).where(eq(bills.register, "invoice"));
    const bill = invoices.find(({ duePence, paidPence }) => duePence > paidPence)!;
    const own = await call();
    const before = await countEmails();
    await staff.open(`${own}/services/pay-invoice/invoice`);
    await staff.submit({ postcode: bill.match!, bill: bill.reference });
    await staff.submit();
    expect((await staff.submit()).own).toMatch(/^\/demo-pay\//);
    const done = await staff.submit({ choice: "pay" });
    expect(done.path).toContain(`${own}/services/pay-invoice/done/`);
    const letters = await readQueue();
    expect(letters).toHaveLength(1);
    expect(letters[0]).toContain("Hello Ola Łącka,");
    expect(letters[0]).toContain("We have received your payment of £");
    expect(letters[0]).toContain("Keep this letter as your receipt.");
    expect(await countEmails()).toBe(before);
  });

  it("prints a letter again that jammed or got lost, and writes down who did", async () => {
    const { house, clock, staff, call, report, readQueue, signIn } = await setup();
    await report(staff, await call());
    const queue = await staff.open("/staff/letters");
    const path = queue.dom.querySelector("main th a")!.getAttribute("href")!;
    expect((await staff.open("/staff/letters/printed")).text).toContain("No letters were printed");
    await staff.open(path);
    await staff.submit({ do: "printed" });
    // The list says what was done, and leads back to it.
    const banner = staff.page!.dom.querySelector(".govuk-notification-banner")!;
    expect(banner.text).toContain("The letter to \u2068Ola Łącka\u2069 is marked as printed.");
    expect(banner.querySelector("a")!.getAttribute("href")).toBe(path);
    await staff.post(path, { do: "printed" });
    expect(staff.page!.text).toContain("That letter was already printed");
    const printed = await staff.open("/staff/letters/printed");
    expect(printed.dom.querySelector("main th a")!.getAttribute("href")).toBe(path);
    const letter = await staff.open(path);
    expect(letter.text).toContain("Printed on");
    expect(letter.dom.querySelector("a[href$=pdf]")).toBeNull();
    const again = { do: "again" };
    expect((await staff.submit(again)).dom.querySelector("a[href$=pdf]")).not.toBeNull();
    // The same button twice, as in two tabs, is one deed.
    await staff.submit(again);
    expect(await readQueue()).toHaveLength(1);
    await staff.open(path);
    await staff.submit({ do: "printed" });
    expect(await readQueue()).toHaveLength(0);
    const { auditEntries } = house.db.tables(auditTables);
    const entries = await house.db.q.select().from(auditEntries).where(eq(auditEntries.recordKind, "letter"));
    const done = entries.filter(({ action }) => action !== "letter.read").sort((a, b) => a.number - b.number);
    expect(done.map(({ action }) => action)).toEqual(["letter.printed", "letter.queued-again", "letter.printed"]);
    expect(new Set(entries.map(({ actorKind }) => actorKind))).toEqual(new Set(["staff"]));
    const resident = await signIn("resident");
    expect((await resident.open("/staff/letters/printed")).status).toBe(404);
    expect((await resident.post(path, again)).status).toBe(404);
    clock.advance(29 * 24 * 60 * 60 * 1000);
    await staff.open("/sign-in");
    await staff.submit({ email: "staff@example.org", password });
    expect((await staff.open("/staff/letters/printed")).text).toContain("No letters were printed");
    await staff.post(path, again);
    expect(await readQueue()).toHaveLength(0);
  });

  it("writes in the language of the person, not of whom they called", async () => {
    const { staff, call, report } = await setup();
    await report(staff, await call("ar"));
    const queue = await staff.open("/staff/letters");
    const letter = await staff.open(queue.dom.querySelector("main th a")!.getAttribute("href")!);
    expect(letter.dom.querySelector(".app-letter [lang=ar]")!.getAttribute("dir")).toBe("rtl");
    expect(letter.text).toContain("شكرًا لك");
    const pdf = await staff.open(letter.dom.querySelector("a[href$=pdf]")!.getAttribute("href")!);
    expect(pdf.html).toContain("/Lang (ar)");
    const list = await staff.open("/staff/letters");
    expect(list.dom.querySelector("main th a")?.text).toMatch(/^We have received it: /);
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

  it("writes down what staff read of somebody whom they act for", async () => {
    const { staff, call, report, house } = await setup();
    const own = await call();
    const reference = (await report(staff, own)).path.split("?")[0]!.split("/").at(-1)!;
    const { auditEntries } = house.db.tables(auditTables);
    const read = async () => (await house.db.q.select().from(auditEntries)).filter(({ action }) => /read/.test(action));
    expect(await read()).toEqual([]);
    await staff.open(`${own}/cases/${reference}`);
    await staff.open(`${own}/account`);
    const queue = await staff.open("/staff/letters");
    await staff.open(queue.dom.querySelector("main th a")!.getAttribute("href")!);
    const id = own.replace("/for/", "");
    expect(await read()).toMatchObject([
      { action: "case.read", actorKind: "staff", subjectKind: "client", subjectId: id },
      { action: "client.read", actorKind: "staff", subjectKind: "client", subjectId: id },
      { action: "letter.read", actorKind: "staff", subjectKind: "client", subjectId: id },
    ]);
  });
});
