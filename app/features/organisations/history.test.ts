import { parse } from "csv-parse/sync";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { auditTables } from "~db/schema/audit";
import { paymentTables } from "~db/schema/payments";
import { seedBills } from "~db/seed/bills";
import { bySystemFor, provenanceColumns } from "../../platform/actor";
import { sliceSize } from "../../platform/audit-read.server";
import { fixedClock } from "../../platform/clock";
import { eachDatabase } from "../../platform/db/testing.server";
import { newId } from "../../platform/ids";
import { addOrganisation } from "../../testing/organisations";
import { openTestPortal } from "../../testing/portal.server";
import { createAccount } from "../accounts/accounts.server";
import { createOrganisation } from "./organisations.server";

const [email, password] = ["olwen@example.org", "green-bracken-26"];
const premises = { lines: ["1 Mill Lane"], town: "Brackenford", postcode: "BK1 2AB" };

eachDatabase("a long history", (open) => {
  it("is read page by page, by days without those in between, and the file has all of it", async () => {
    const clock = fixedClock("2026-05-13T09:00:00Z");
    const { house, browser } = await openTestPortal(await open(), { clock });
    const owner = await createAccount(house, { email, password, name: "Olwen" });
    const by = { ...bySystemFor(owner.id), actor: { kind: "account", id: owner.id } } as const;
    const { id } = await createOrganisation(house, by, {
      kind: "company",
      name: "Crumb",
      number: "00000042",
      premises,
    });
    const many = 8 * sliceSize + 250;
    const onLastDay = 500;
    const lastDay = new Date("2026-05-14T09:00:00Z");
    const { auditEntries, auditHeads } = house.db.tables(auditTables);
    const deed = { action: "case.read", recordKind: "case", recordId: "c", detail: {}, hash: "" };
    const next = { ...provenanceColumns({ ...by, subject: { kind: "organisation", id } }), ...deed };
    await house.db.transaction(async () => {
      for (let from = 2; from < many; from += 250) {
        const numbers = Array.from({ length: 250 }, (_, n) => from + n);
        const dayOf = (number: number) => (number > many + 1 - onLastDay ? lastDay : clock.now());
        const rows = numbers.map((number) => ({ id: newId(), number, at: dayOf(number), ...next }));
        await house.db.q.insert(auditEntries).values(rows);
      }
      await house.db.q
        .update(auditHeads)
        .set({ number: many + 1 })
        .where(eq(auditHeads.subjectId, id));
    });
    const reader = browser();
    await reader.open("/sign-in");
    await reader.submit({ email, password });
    const at = `/for/${id}/organisation/history`;
    const lines = () => reader.page?.dom.querySelectorAll("tbody tr").length;
    const older = () => reader.page?.dom.querySelector(".govuk-pagination__next a")?.getAttribute("href");

    await reader.open(at);
    expect(lines()).toBe(200);
    await reader.open(older()!);
    expect(lines()).toBe(200);
    // What is rare is looked for in the newest part of the history, then in the one before.
    expect((await reader.open(`${at}?kind=organisation`)).text).toContain("Look at older entries");
    await reader.open(older()!);
    expect([lines(), older()]).toEqual([1, undefined]);
    await reader.open(`${at}?kind=organisation&until=2026-05-13`);
    expect([lines(), older()]).toEqual([1, undefined]);
    await reader.open(`${at}?from=2026-05-14&kind=case`);
    await reader.open(older()!);
    await reader.open(older()!);
    expect([lines(), older()]).toEqual([onLastDay - 400, undefined]);
    for (const strange of ["before=1e300", "before=1.5", "before=-3", "who=%00", "kind=%00", "from=%00&until=x"])
      expect((await reader.open(`${at}?${strange}`)).status, strange).toBe(200);
    const file = await reader.open(`/for/${id}/organisation/history.csv`);
    expect((parse(file.html, { bom: true }) as string[][]).length - 1).toBe(many + 1);
  });
});

eachDatabase("payments in a history", (open) => {
  it("name what was paid by its reference, on the page, by choice and in the file", async () => {
    const clock = fixedClock("2026-05-13T09:00:00Z");
    const { house, browser } = await openTestPortal(await open(), { clock });
    await seedBills(house.db, clock.now());
    const { bills, payments } = house.db.tables(paymentTables);
    const invoices = await house.db.q.select().from(bills).where(eq(bills.register, "invoice"));
    const bill = invoices.find(({ duePence, paidPence }) => duePence > paidPence)!;
    await createAccount(house, { email, password, name: "Olwen" });
    const owner = browser();
    await owner.open("/sign-in");
    await owner.submit({ email, password });
    const id = await addOrganisation(owner);
    const at = (path: string) => `/for/${id}${path}`;
    await owner.open(at("/services/pay-invoice/invoice"));
    await owner.submit({ postcode: bill.match!, bill: bill.reference });
    await owner.submit();
    await owner.submit();
    const done = await owner.submit({ choice: "pay" });
    const reference = done.path.split("?")[0]!.split("/").at(-1)!;
    expect(await house.db.q.select().from(payments)).toMatchObject([{ state: "paid" }]);

    const page = await owner.open(at("/organisation/history?kind=payment"));
    const [line, ...others] = page.dom.querySelectorAll("tbody tr");
    expect(others).toEqual([]);
    const said = `Paid £${((bill.duePence - bill.paidPence) / 100).toFixed(2)} for ${reference}`;
    expect(line!.text.replace(/[\u2060\u2068\u2069]/g, "")).toContain(said);
    expect(line!.querySelector("a")?.getAttribute("href")).toBe(at(`/cases/${reference}`));
    const file = await owner.open(at("/organisation/history.csv?kind=payment"));
    const [head, row] = parse(file.html, { bom: true }) as string[][];
    expect(head![4]).toBe("Reference");
    expect([row![3], row![4]]).toEqual([said, reference]);
    expect(row![1]).toContain("13 May 2026");
  });
});
