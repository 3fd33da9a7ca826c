import { sql } from "drizzle-orm";
import pg from "pg";
import { expect, it, vi } from "vitest";
import { accountTables } from "~db/schema/accounts";
import { removeOverdue, walkRows } from "./overdue.server";
import { copyPostgres, eachDatabase } from "./testing.server";

const now = new Date("2026-05-13T09:00:00Z");

eachDatabase("what is overdue", (open) => {
  const setup = async (old: number) => {
    const db = await open();
    const { sessions } = db.tables(accountTables);
    const add = (id: string, expiresAt: Date) =>
      db.q.insert(sessions).values({ id, guestId: id, createdAt: now, seenAt: now, expiresAt });
    await db.transaction(async () => {
      for (let i = 0; i < old; i++) await add(`old ${i}`, new Date(now.getTime() - 1 - (i % 3)));
      await add("new", now);
    });
    const count = async () => Number((await db.q.select({ n: sql`count(*)` }).from(sessions))[0]!.n);
    return { db, sessions, count };
  };

  it("goes few at a time, all of it, and nothing else", async () => {
    const { db, sessions, count } = await setup(1_203);
    const gone: number[] = [];
    const overdue = { from: sessions, id: sessions.id, instant: sessions.expiresAt, before: now };
    await removeOverdue(db, overdue, async (which) => {
      const before = await count();
      await db.q.delete(sessions).where(which);
      gone.push(before - (await count()));
    });
    expect(gone.reduce((sum, one) => sum + one)).toBe(1_203);
    expect(Math.max(...gone)).toBe(100);
    expect((await db.q.select().from(sessions)).map(({ id }) => id)).toEqual(["new"]);
  });

  it("is looked through few at a time, each row once", async () => {
    const { db, sessions } = await setup(300);
    const seen: string[][] = [];
    await walkRows(db, { from: sessions, id: sessions.id, of: undefined }, async (ids) => seen.push(ids));
    expect(seen.map((ids) => ids.length)).toEqual([100, 100, 100, 1]);
    expect(new Set(seen.flat()).size).toBe(301);
  });
});

it("never passes by what it has removed already, which PostgreSQL keeps for others who read", async () => {
  const db = await copyPostgres();
  const { sessions } = db.tables(accountTables);
  const at = (index: number) => new Date(now.getTime() - 1000 + index);
  await db.transaction(() =>
    db.q.insert(sessions).values(
      Array.from({ length: 350 }, (_none, index) => {
        return { id: `old ${index}`, guestId: "g", createdAt: now, seenAt: now, expiresAt: at(index) };
      }),
    ),
  );
  const asked = vi.spyOn(pg.Client.prototype, "query");
  await removeOverdue(db, { from: sessions, id: sessions.id, instant: sessions.expiresAt, before: now });
  const reads = asked.mock.calls.filter(([one]) =>
    /^select .* from "sessions"/.test((one as { text?: string }).text ?? ""),
  );
  const values = reads.map((call) => (call as unknown[])[1] as unknown[]);
  asked.mockRestore();
  await db.close();
  const begins = [99, 199, 299].map((index) => at(index).toISOString());
  expect(values.map((given) => begins.filter((begin) => given.includes(begin)))).toEqual([
    [],
    ...begins.map((begin) => [begin]),
  ]);
});
