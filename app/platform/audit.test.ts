import { and, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { auditTables } from "~db/schema/audit";
import { createTestHouse } from "../testing/portal.server";
import { aGuest, by } from "../testing/provenance";
import { audit, listAudit, verifyAudit } from "./audit.server";
import { eachDatabase } from "./db/testing.server";

const everything = { actorId: undefined, actorKind: undefined, kind: undefined, from: undefined, until: undefined };

eachDatabase("the audit log", (open) => {
  const shop = by({ kind: "organisation", id: "shop" });
  const setup = async (count = 5) => {
    const db = await open();
    const house = createTestHouse(db);
    const { auditEntries, auditHeads } = db.tables(auditTables);
    const write = (n: number, who = shop) =>
      audit(house, who, { action: "case.opened", record: { kind: "case", id: `c${n}` }, detail: { z: n, a: "x" } });
    for (let n = 1; n <= count; n++) await write(n);
    await write(1, aGuest);
    const entry = (number: number) => and(eq(auditEntries.subjectId, "shop"), eq(auditEntries.number, number));
    const faults = async () =>
      (await verifyAudit(db)).faults.map(({ subject, number, what }) => `${subject} ${number} ${what}`);
    return { db, house, auditEntries, auditHeads, write, entry, faults };
  };

  it("is whole as it was written, however many write at once", async () => {
    const { db, house, write, faults } = await setup();
    await Promise.all(Array.from({ length: 30 }, (_, n) => write(n)));
    expect(await faults()).toEqual([]);
    expect((await verifyAudit(db)).entries).toBe(36);
    const numbers = (await listAudit(house, shop.subject, everything)).map((one) => one.number);
    expect(numbers).toEqual(Array.from({ length: 35 }, (_, n) => 35 - n));
  });

  it("is written with what it records, or not at all", async () => {
    const { db, house, write, faults } = await setup();
    const failing = house.db.transaction(async () => {
      await write(99);
      throw new Error("half-way");
    });
    await expect(failing).rejects.toThrow("half-way");
    expect((await verifyAudit(db)).entries).toBe(6);
    expect(await faults()).toEqual([]);
  });

  it("names an entry whose content was changed", async () => {
    for (const change of [{ actorId: "x" }, { detail: { z: 3 } }, { at: new Date(0) }, { action: "case.seen" }]) {
      const { db, auditEntries, entry, faults } = await setup();
      await db.transaction(() => db.q.update(auditEntries).set(change).where(entry(3)));
      expect(await faults(), JSON.stringify(change)).toEqual(["organisation shop 3 changed"]);
    }
  });

  it("names one that was removed, in the middle and at the end", async () => {
    const { db, auditEntries, auditHeads, entry, faults } = await setup();
    await db.transaction(() => db.q.delete(auditEntries).where(entry(2)));
    expect(await faults()).toEqual(["organisation shop 2 missing"]);
    await db.transaction(() => db.q.delete(auditEntries).where(entry(5)));
    expect(await faults()).toEqual(["organisation shop 2 missing", "organisation shop 5 cut off"]);
    await db.transaction(() => db.q.delete(auditHeads));
    expect(await faults()).toContain("guest a-guest 1 cut off");
  });

  it("names those that were added behind its back, and those behind a head that was set back", async () => {
    const { db, house, auditEntries, auditHeads, write, entry, faults } = await setup();
    const [fifth] = await db.q.select().from(auditEntries).where(entry(5));
    await db.transaction(() => db.q.insert(auditEntries).values({ ...fifth!, id: "forged", number: 6 }));
    expect(await faults()).toEqual(["organisation shop 6 changed", "organisation shop 6 added"]);
    await db.transaction(() => db.q.delete(auditEntries).where(entry(6)));
    const [fourth] = await db.q.select().from(auditEntries).where(entry(4));
    const back = { number: 4, hash: fourth!.hash };
    await db.transaction(() => db.q.update(auditHeads).set(back).where(eq(auditHeads.subjectId, "shop")));
    expect(await faults()).toEqual(["organisation shop 5 added"]);
    await expect(write(6)).rejects.toThrow();
    expect((await listAudit(house, shop.subject, everything)).length).toBe(5);
  });

  it("may be looked at while the portal writes", async () => {
    const { db, write, faults } = await setup();
    const writes = Promise.all(Array.from({ length: 40 }, (_, n) => write(n)));
    expect(await faults()).toEqual([]);
    await writes;
    expect((await verifyAudit(db)).entries).toBe(46);
  });

  it("names those that stand in each other's place", async () => {
    const { db, auditEntries, entry, faults } = await setup();
    await db.transaction(async () => {
      await db.q.update(auditEntries).set({ number: 100 }).where(entry(2));
      await db.q.update(auditEntries).set({ number: 2 }).where(entry(3));
      await db.q.update(auditEntries).set({ number: 3 }).where(entry(100));
    });
    expect(await faults()).toEqual(
      expect.arrayContaining(["organisation shop 2 changed", "organisation shop 3 changed"]),
    );
  });
});
