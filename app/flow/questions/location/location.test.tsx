import { beforeAll, describe, expect, it } from "vitest";
import { placeTables } from "~db/schema/places";
import { seedBorough } from "~db/seed/borough/seed-borough";
import { forgetStreets } from "../../../features/places/places.server";
import { copySqlite } from "../../../platform/db/testing.server";
import type { House } from "../../../platform/house.server";
import { createTestHouse } from "../../../testing/portal.server";
import { linesOf, name, read, readValue, render, shownIn, type Typed } from "../testing/ask";

const at = (fields: Record<string, string>): Typed =>
  Object.fromEntries(Object.entries(fields).map(([part, value]) => [`${name}-${part}`, value]));

describe("a location", () => {
  let house: House;
  let street: typeof placeTables.postgres.streets.$inferSelect;
  let shared: string;
  beforeAll(async () => {
    const db = await copySqlite();
    house = createTestHouse(db);
    await seedBorough(db, { addresses: 80 });
    const table = db.tables(placeTables).streets;
    street = (await db.q.select().from(table))[0]!;
    // Three streets of one name, as in different parts of a borough.
    const twins = ["twin-1", "twin-2"].map((id) => ({ ...street, id, key: id, locality: id }));
    await db.transaction(() => db.q.insert(table).values(twins));
    shared = street.name;
  });

  it("may be words alone", async () => {
    expect(
      await readValue({ type: "location" }, at({ place: "", description: "Behind the shops" }), { house }),
    ).toEqual({ description: "Behind the shops" });
  });

  it("offers the streets that may be meant, and keeps the words meanwhile", async () => {
    const typed = at({ place: shared, description: "By number 3" });
    const reading = await read({ type: "location" }, typed, { house });
    if (reading.kind !== "again") throw new Error("It did not offer streets.");
    const page = await render({ type: "location" }, reading.fields, { house });
    const offered = page.querySelectorAll(`input[name="${name}-street"]`).map((one) => one.getAttribute("value")!);
    expect(offered.length).toBeGreaterThan(2);
    expect(shownIn(page, `${name}-description`)).toBe("By number 3");
    const chosen = { ...typed, [`${name}-searched`]: shared };
    const value = await readValue({ type: "location" }, { ...chosen, [`${name}-street`]: offered[0]! }, { house });
    expect(value).toMatchObject({
      description: "By number 3",
      streetId: offered[0],
      ward: { code: expect.any(String) as string },
    });
    expect(linesOf({ type: "location" }, value)[0]).toMatch(/^Near /);
    expect(await readValue({ type: "location" }, { ...chosen, [`${name}-street`]: "other" }, { house })).toEqual({
      description: "By number 3",
    });
    expect(await readValue({ type: "location" }, chosen, { house })).toHaveProperty("error");
    expect(
      await readValue({ type: "location" }, { ...chosen, [`${name}-street`]: "nowhere" }, { house }),
    ).toHaveProperty("error");
  });

  it("says where the list of streets was cut, and asks before it takes a street of another spelling", async () => {
    const table = house.db.tables(placeTables).streets;
    const made = Array.from({ length: 25 }, (_, at) => ({
      ...{ ...street, id: `zz-${at}`, key: `zz-${at}`, name: `Zephyr ${at ? "Road" : "Lane"}`, locality: `Part ${at}` },
    }));
    await house.db.transaction(() => house.db.q.insert(table).values(made));
    forgetStreets(house.db);
    const offered = async (place: string) => {
      const reading = await read({ type: "location" }, at({ place, description: "By number 3" }), { house });
      if (reading.kind !== "again") throw new Error("It did not offer streets.");
      return (await render({ type: "location" }, reading.fields, { house })).text;
    };
    expect(await offered("5 Zephyr Rd")).toContain("These are the first 20 of 24 streets");
    const other = await offered("Zephir Ln");
    expect(other).toContain("Zephyr Lane, Part 0");
    expect(other).not.toContain("These are the first");
    const typed = at({ place: "5 Zephyr Ln", description: "By number 3" });
    expect(await readValue({ type: "location" }, typed, { house })).toMatchObject({ streetId: "zz-0" });
  });

  it("looks anew where another place was typed after streets were offered", async () => {
    const value = await readValue(
      { type: "location" },
      at({ place: "no such street", searched: shared, street: street.id, description: "here" }),
      { house },
    );
    expect(value).toMatchObject({ error: expect.stringContaining("found no street") as string });
    // The streets that were offered for the other place are gone.
    const typed = at({ place: "no such street", searched: shared, street: street.id, description: "here" });
    expect((await render({ type: "location" }, typed, { house })).querySelectorAll("input[type=radio]")).toEqual([]);
  });

  it("needs words, which have a length", async () => {
    expect(await read({ type: "location" }, at({ place: "", description: "" }), { house })).toMatchObject({
      errors: [{ field: `${name}-place` }],
    });
    expect(await read({ type: "location" }, at({ place: "", description: "x".repeat(501) }), { house })).toMatchObject({
      errors: [{ field: `${name}-description` }],
    });
    expect(await readValue({ type: "location" }, at({ place: "", description: "x".repeat(500) }), { house })).toEqual({
      description: "x".repeat(500),
    });
  });
});
