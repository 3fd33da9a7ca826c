import { expect, it } from "vitest";
import { platformTables } from "~db/schema/platform";
import { createAccount } from "../features/accounts/accounts.server";
import { createTestHouse, openTestPortal } from "../testing/portal.server";
import { eachDatabase } from "./db/testing.server";
import { createRateLimits, takeAll } from "./rate-limits.server";

const key = "ada@example.org 192.0.2.1";

eachDatabase("a limit", (open) => {
  const setup = async () => {
    const { db, log } = createTestHouse(await open());
    return { db, log, limits: createRateLimits(true, { db, log }) };
  };

  it("takes as many as are allowed, says how long to wait, and gives back", async () => {
    const { limits } = await setup();
    for (let times = 0; times < 5; times++) expect(await limits.mail.take(key)).toBe(true);
    const wait = await limits.mail.wait(key);
    expect([wait > 59 * 60_000, wait <= 60 * 60_000]).toEqual([true, true]);
    expect(await limits.mail.take("another")).toBe(true);
    expect(await limits.invitations.take(key)).toBe(true);
    await limits.mail.reset(key);
    expect(await limits.mail.take(key, 5)).toBe(true);
    await limits.mail.giveBack(key);
    expect([await limits.mail.take(key), await limits.mail.take(key)]).toEqual([true, false]);
  });

  it("takes exactly as many as are allowed of those that come at once", async () => {
    const { limits } = await setup();
    const taken = await Promise.all(Array.from({ length: 40 }, () => limits.mail.take(key)));
    expect(taken.filter(Boolean)).toHaveLength(5);
  });

  it("counts at none of several where one says wait", async () => {
    const { limits } = await setup();
    await limits.mail.take(key, 5);
    for (let times = 0; times < 40; times++) {
      const refused = await takeAll([
        [limits.invitations, key],
        [limits.mail, key],
      ]);
      expect(refused.wait).toBeGreaterThan(0);
    }
    expect(await limits.invitations.take(key)).toBe(true);
  });

  it("is shared by the nodes of a database that several can have, and keeps nobody's name or address", async () => {
    const { db, log, limits } = await setup();
    const node = createRateLimits(true, { db, log });
    await limits.mail.take(key, 5);
    expect(await node.mail.take(key)).toBe(db.dialect === "sqlite");
    const rows = await db.q.select().from(db.tables(platformTables).rateLimits);
    expect(rows).toHaveLength(db.dialect === "sqlite" ? 0 : 1);
    expect(JSON.stringify(rows)).not.toMatch(/ada|192/);
  });

  it("counts in memory while its database does not answer, so that people can sign in and guessers cannot go on", async () => {
    const portal = await openTestPortal(await open());
    const { house } = portal;
    house.log.level = "silent";
    await createAccount(house, { email: "ada@example.org", name: "Ada", password: "long enough 26", role: "resident" });
    const apart = async () => {
      throw new Error("connection refused");
    };
    house.limits = createRateLimits(true, { db: { ...house.db, dialect: "postgres", apart }, log: house.log });
    const signIn = async (password: string) => {
      const browser = portal.browser();
      await browser.open("/sign-in");
      return browser.submit({ email: "ada@example.org", password });
    };
    expect((await signIn("long enough 26")).path).toBe("/account");
    for (let times = 0; times < 5; times++) expect((await signIn("wrong")).status).toBe(400);
    expect((await signIn("long enough 26")).status).toBe(429);
  });

  it("is off where it is switched off", async () => {
    const { db, log } = await setup();
    const limits = createRateLimits(false, { db, log });
    for (let times = 0; times < 50; times++) expect(await limits.mail.take(key)).toBe(true);
    await limits.mail.giveBack(key);
    expect(await db.q.select().from(db.tables(platformTables).rateLimits)).toEqual([]);
  });
});
