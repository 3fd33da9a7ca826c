import { eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { platformTables } from "~db/schema/platform";
import { aGuest } from "../../testing/provenance";
import { provenanceColumns } from "../actor";
import { isDuplicate } from "./database.server";
import { eachDatabase } from "./testing.server";

eachDatabase("database", (open) => {
  const setup = async () => {
    const db = await open();
    const { meta, outbox } = db.tables(platformTables);
    const put = (key: string, value = "") => db.q.insert(meta).values({ key, value });
    const keys = async () => (await db.q.select().from(meta).orderBy(meta.key)).map((row) => row.key);
    return { db, meta, outbox, put, keys };
  };

  it("gives back the same JavaScript values that were written", async () => {
    const { db, outbox } = await setup();
    const at = new Date("2026-03-29T00:59:59.123Z");
    const payload = { text: "Łódź 🌿 'quoted'", nested: [1, null, { deep: true }] };
    await db.transaction(() =>
      db.q
        .insert(outbox)
        .values({ id: "1", ...provenanceColumns(aGuest), kind: "test", payload, dueAt: at, createdAt: at }),
    );
    const [row] = await db.q.select().from(outbox);
    expect(row).toMatchObject({ payload, dueAt: at, state: "waiting", tries: 0, doneAt: null });
  });

  it("rolls back the whole transaction when it throws, a nested one included", async () => {
    const { db, put, keys } = await setup();
    const failing = db.transaction(async () => {
      await put("outer");
      await db.transaction(() => put("inner"));
      throw new Error("half-way");
    });
    await expect(failing).rejects.toThrow("half-way");
    expect(await keys()).toEqual([]);
  });

  it("keeps the good ones when one of many concurrent transactions fails", async () => {
    const { db, put, keys } = await setup();
    const work = Array.from({ length: 40 }, (_, i) =>
      db.transaction(async () => {
        await put(`k${String(i).padStart(2, "0")}`);
        if (i % 10 === 3) throw new Error("refused");
      }),
    );
    const outcomes = await Promise.allSettled(work);
    expect(outcomes.filter((outcome) => outcome.status === "rejected")).toHaveLength(4);
    expect(await keys()).toHaveLength(36);
  });

  it("counts without a gap or a repeat under 200 concurrent transactions", async () => {
    const { db, meta, put } = await setup();
    await db.transaction(() => put("counter", "0"));
    const next = () =>
      db.transaction(async () => {
        const [row] = await db.q
          .update(meta)
          .set({ value: sql`cast(cast(${meta.value} as integer) + 1 as text)` })
          .where(eq(meta.key, "counter"))
          .returning();
        return row!.value;
      });
    const values = await Promise.all(Array.from({ length: 200 }, next));
    expect(new Set(values).size).toBe(200);
    expect(values).toContain("200");
  });

  it("does not show a reader what is not committed", async () => {
    const { db, put, keys } = await setup();
    let looked = () => {};
    const looking = new Promise<void>((resolve) => {
      looked = resolve;
    });
    let ready = () => {};
    const written = new Promise<void>((resolve) => {
      ready = resolve;
    });
    const writing = db.transaction(async () => {
      await put("secret");
      ready();
      await looking;
    });
    await written;
    const seen = await keys();
    looked();
    await writing;
    expect(seen).toEqual([]);
    expect(await keys()).toEqual(["secret"]);
  });

  it("says of a repeated key that it is a duplicate", async () => {
    const { db, put } = await setup();
    await db.transaction(() => put("once"));
    const error = await db.transaction(() => put("once")).catch((reason: unknown) => reason);
    expect(isDuplicate(error)).toBe(true);
    expect(isDuplicate(new Error("other"))).toBe(false);
  });
});
