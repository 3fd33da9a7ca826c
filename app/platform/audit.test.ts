import { readFileSync } from "node:fs";
import { join } from "node:path";
import { and, asc, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { auditTables } from "~db/schema/audit";
import { createTestHouse } from "../testing/portal.server";
import { aGuest, by } from "../testing/provenance";
import { audit } from "./audit.server";
import { anchorAudit } from "./audit-anchor.server";
import { link } from "./audit-chain";
import { readAudit } from "./audit-read.server";
import { sealAudit } from "./audit-seal.server";
import { verifyAudit } from "./audit-verify.server";
import { eachDatabase } from "./db/testing.server";
import type { House } from "./house.server";

const everything = { actorId: undefined, actorKind: undefined, kind: undefined, from: undefined, until: undefined };

const readAll = async (house: House) => {
  const slices = await Array.fromAsync(readAudit(house, { kind: "organisation", id: "shop" }, everything));
  return slices.flatMap(({ entries }) => entries);
};

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
      (await verifyAudit(db, house.config.auditKey)).faults.map(
        ({ subject, number, what }) => `${subject} ${number} ${what}`,
      );
    /** Makes hashes of a chain anew, as somebody does who may write to the database. */
    const rewrite = (which: (number: number) => boolean, key?: string, id = "shop") =>
      db.transaction(async () => {
        const ofChain = eq(auditEntries.subjectId, id);
        let hash = "";
        for (const row of await db.q.select().from(auditEntries).where(ofChain).orderBy(asc(auditEntries.number))) {
          hash = which(row.number) ? link(key, hash, row) : row.hash;
          await db.q.update(auditEntries).set({ hash }).where(eq(auditEntries.id, row.id));
          const head = { number: row.number, hash };
          await db.q.update(auditHeads).set(head).where(eq(auditHeads.subjectId, id));
        }
      });
    return { db, house, auditEntries, auditHeads, write, entry, rewrite, faults };
  };

  it("is whole as it was written, however many write at once", async () => {
    const { db, house, write, faults } = await setup();
    await Promise.all(Array.from({ length: 30 }, (_, n) => write(n)));
    expect(await faults()).toEqual([]);
    expect((await verifyAudit(db, house.config.auditKey)).entries).toBe(36);
    const numbers = (await readAll(house)).map((one) => one.number);
    expect(numbers).toEqual(Array.from({ length: 35 }, (_, n) => 35 - n));
  });

  it("is written with what it records, or not at all", async () => {
    const { db, house, write, faults } = await setup();
    const failing = house.db.transaction(async () => {
      await write(99);
      throw new Error("half-way");
    });
    await expect(failing).rejects.toThrow("half-way");
    expect((await verifyAudit(db, house.config.auditKey)).entries).toBe(6);
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
    expect((await readAll(house)).length).toBe(5);
  });

  it("shows an entry without a key after one with a key, and a chain that somebody made anew without it", async () => {
    const { db, house, rewrite, faults } = await setup();
    await rewrite((number) => number > 3);
    expect(await faults()).toEqual(["organisation shop 4 without the key"]);
    await rewrite(() => true);
    expect(await faults()).toEqual([]);
    expect((await verifyAudit(db, house.config.auditKey)).seal).toBe("changed");
  });

  it("shows a chain that somebody made anew with another key", async () => {
    const { rewrite, faults } = await setup();
    await rewrite(() => true, "their own key");
    expect(await faults()).toHaveLength(5);
  });

  it("goes on behind entries from before the key, and seals them", async () => {
    const { db, house, auditEntries, write, entry, rewrite, faults } = await setup();
    const seal = async () => (await verifyAudit(db, house.config.auditKey)).seal;
    await rewrite(() => true);
    await rewrite(() => true, undefined, aGuest.subject.id);
    expect(await seal()).toBe("not made yet");
    await sealAudit(house.config, db);
    await write(6);
    expect(await faults()).toEqual([]);
    expect(await verifyAudit(db, house.config.auditKey)).toMatchObject({ unkeyed: 6, entries: 7, seal: "whole" });
    await db.transaction(() => db.q.update(auditEntries).set({ actorId: "x" }).where(entry(2)));
    await db.transaction(() => db.q.delete(auditEntries).where(entry(6)));
    await rewrite(() => true);
    expect(await faults()).toEqual([]);
    expect(await seal()).toBe("changed");
    const other = { ...house.config, production: true, auditKey: "another key" };
    await expect(sealAudit(other, db)).rejects.toThrow("AUDIT_KEY is not the one");
  });

  it("agrees with an anchor that is kept elsewhere, until somebody who has the key writes it anew", async () => {
    const { db, house, auditEntries, write, entry, rewrite, faults } = await setup();
    const { auditKey, dataDir } = house.config;
    const file = join(dataDir, "anchor");
    const later = new Date(Date.now() + 3_600_000);
    const broken = async () => (await anchorAudit(db, auditKey, file, later)).broken.length;
    expect(await broken()).toBe(0);
    await write(6);
    await anchorAudit(db, auditKey, file, later);
    expect(readFileSync(file, "utf8").split("\n")).toHaveLength(2);
    await db.transaction(() => db.q.update(auditEntries).set({ actorId: "x" }).where(entry(2)));
    await rewrite(() => true, auditKey);
    expect(await faults()).toEqual([]);
    expect(await broken()).toBe(1);
    expect(readFileSync(file, "utf8").split("\n")).toHaveLength(2);
  });

  it("may be looked at while the portal writes", async () => {
    const { db, house, write, faults } = await setup();
    const writes = Promise.all(Array.from({ length: 40 }, (_, n) => write(n)));
    expect(await faults()).toEqual([]);
    await writes;
    expect((await verifyAudit(db, house.config.auditKey)).entries).toBe(46);
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
