import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { platformTables } from "~db/schema/platform";
import { createTestHouse } from "../testing/portal.server";
import { aGuest } from "../testing/provenance";
import { fixedClock } from "./clock";
import { eachDatabase } from "./db/testing.server";
import { claimDue, enqueue, runOutbox } from "./outbox.server";

const second = 1000;

eachDatabase("the outbox", (open) => {
  const setup = async (count: number) => {
    const clock = fixedClock("2026-05-01T09:00:00Z");
    const house = createTestHouse(await open(), { clock, env: { LOG_LEVEL: "silent" } });
    await house.db.transaction(async () => {
      for (let n = 0; n < count; n++) await enqueue(house, aGuest, "test", { n });
    });
    const { outbox } = house.db.tables(platformTables);
    const rows = async () => house.db.q.select().from(outbox);
    return { clock, house, outbox, rows };
  };

  it("gives each row to one of several workers", async () => {
    const { house } = await setup(30);
    const claims = await Promise.all(Array.from({ length: 6 }, () => claimDue(house, 20)));
    const ids = claims.flat().map((row) => row.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("gives the rows of a worker that died back after two minutes, and none that was done", async () => {
    const { clock, house, outbox } = await setup(3);
    const [first] = await claimDue(house, 20);
    await house.db.transaction(() => house.db.q.update(outbox).set({ state: "done" }).where(eq(outbox.id, first!.id)));
    expect(await claimDue(house, 20)).toEqual([]);
    clock.advance(119 * second);
    expect(await claimDue(house, 20)).toEqual([]);
    clock.advance(2 * second);
    expect((await claimDue(house, 20)).map((row) => row.tries)).toEqual([2, 2]);
  });

  it("does not carry out a row that another worker has done while this one was held up", async () => {
    const { clock, house } = await setup(3);
    const done: string[] = [];
    const quick = async (_house: unknown, row: { id: string }) => void done.push(row.id);
    const slow = async (_house: unknown, row: { id: string }) => {
      done.push(row.id);
      // The first row hangs until its worker's claims are over: another one takes up the rest.
      if (done.length === 1) {
        clock.advance(121 * second);
        await runOutbox(house, { test: quick });
      }
    };
    await runOutbox(house, { test: slow });
    // The row that hung may come twice; the others must not.
    const times = Object.values(Object.groupBy(done, (id) => id)).map((all) => all!.length);
    expect(times.sort()).toEqual([1, 1, 2]);
  });

  it("takes up no more rows once it is told to stop", async () => {
    const { house, rows } = await setup(5);
    let done = 0;
    const handler = async () => void done++;
    await runOutbox(house, { test: handler }, { goesOn: () => done < 2 });
    expect(done).toBe(2);
    expect((await rows()).filter((row) => row.state === "waiting")).toHaveLength(3);
  });

  it("tries again at growing distances for two days, then leaves the row for staff to see", async () => {
    const { clock, house, rows } = await setup(1);
    const begun = clock.now().getTime();
    const handler = async () => {
      throw new Error("the server is down");
    };
    for (let tries = 0; (await rows())[0]!.state === "waiting"; tries++) {
      expect(tries).toBeLessThan(100);
      clock.set((await rows())[0]!.dueAt);
      expect(await runOutbox(house, { test: handler })).toBe(1);
    }
    const [row] = await rows();
    expect(row).toMatchObject({ state: "failed", error: expect.stringContaining("the server is down") as string });
    const hours = (clock.now().getTime() - begun) / 3_600_000;
    expect(hours).toBeGreaterThan(40);
    expect(hours).toBeLessThan(72);
  });
});
