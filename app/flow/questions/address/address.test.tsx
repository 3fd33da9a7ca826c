import { beforeAll, describe, expect, it } from "vitest";
import { placeTables } from "~db/schema/places";
import { seedBorough } from "~db/seed/borough/seed-borough";
import { copySqlite } from "../../../platform/db/testing.server";
import type { House } from "../../../platform/house.server";
import { createTestHouse } from "../../../testing/portal.server";
import { backAndForth, linesOf, name, read, readValue, render, type Typed } from "../testing/ask";

const at = (fields: Record<string, string>): Typed =>
  Object.fromEntries(Object.entries(fields).map(([part, value]) => [`${name}-${part}`, value]));

describe("an address", () => {
  let house: House;
  let listed: { id: string; postcode: string };
  let empty: string;
  beforeAll(async () => {
    const db = await copySqlite();
    house = createTestHouse(db);
    await seedBorough(db, { addresses: 80 });
    const { addresses, postcodes } = db.tables(placeTables);
    const rows = await db.q.select().from(addresses);
    listed = rows[0]!;
    const used = new Set(rows.map((row) => row.postcode));
    empty = (await db.q.select().from(postcodes)).find((row) => !used.has(row.postcode))?.postcode ?? "";
  });
  const again = async (fields: Record<string, string>, borough = false) => {
    const reading = await read({ type: "address", borough }, at(fields), { house });
    if (reading.kind !== "again") throw new Error(`It was not asked again: ${JSON.stringify(reading)}`);
    return reading.fields;
  };

  it("is found by its postcode, however it is written, and chosen from the list", async () => {
    for (const typed of [
      listed.postcode,
      listed.postcode.toLowerCase().replace(" ", ""),
      ` ${listed.postcode.replace(" ", "-")} `,
    ]) {
      const fields = await again({ mode: "find", postcode: typed });
      expect(fields.get(`${name}-mode`)).toBe("pick");
      const page = await render({ type: "address" }, fields, { house });
      expect(page.innerHTML).toContain(listed.id);
    }
    const value = await readValue({ type: "address" }, at({ mode: "pick", postcode: listed.postcode, id: listed.id }), {
      house,
    });
    expect(value).toMatchObject({ id: listed.id, postcode: listed.postcode });
    expect((value as { ward: { name: string } }).ward.name).not.toBe("");
    expect(linesOf({ type: "address" }, value).at(-1)).toBe(listed.postcode);
  });

  it("is typed by hand where the list does not have it, where the postcode is empty, and where it is elsewhere", async () => {
    expect((await again({ mode: "pick", postcode: listed.postcode, id: "not-listed" })).get(`${name}-mode`)).toBe(
      "hand",
    );
    expect((await again({ mode: "find", postcode: "ZZ99 9ZZ" })).get(`${name}-mode`)).toBe("hand");
    if (empty) expect((await again({ mode: "find", postcode: empty }, true)).get(`${name}-mode`)).toBe("hand");
    const page = await render({ type: "address" }, at({ mode: "hand" }), { house });
    expect(page.querySelector(`[name="${name}-line1"]`)).not.toBeNull();
    const wished = await render({ type: "address" }, {}, { house, query: "by=hand" });
    expect(wished.querySelector(`[name="${name}-line1"]`)).not.toBeNull();
  });

  it("says why there is nothing to choose from, until it is typed", async () => {
    const shown = async (typed: Record<string, string>, borough = false) =>
      (await render({ type: "address", borough }, at({ mode: "hand", ...typed }), { house })).text;
    const outside = { postcode: "zz999zz" };
    expect(await shown(outside)).toContain("outside our area");
    expect(await shown({ ...outside, line1: "1 Road" })).not.toContain("outside our area");
    expect(await shown(outside, true)).not.toContain("outside our area");
    if (empty) expect(await shown({ postcode: empty }, true)).toContain("We have no addresses at");
    expect(await shown({ postcode: listed.postcode })).not.toContain("We have no addresses at");
  });

  it("outside the area is refused where the service is for the area only", async () => {
    expect(
      await readValue({ type: "address", borough: true }, at({ mode: "find", postcode: "ZZ99 9ZZ" }), { house }),
    ).toMatchObject({
      error: expect.stringContaining("outside our area") as string,
    });
  });

  it.each([
    ["no postcode", { mode: "find", postcode: "nonsense" }, "postcode"],
    ["nothing chosen", { mode: "pick", postcode: "BK1 1AA", id: "" }, "id"],
    ["something chosen that is not there", { mode: "pick", postcode: "BK1 1AA", id: "1 or 1=1" }, "id"],
    ["no first line", { mode: "hand", town: "Town" }, "line1"],
    ["no town", { mode: "hand", line1: "1 Road" }, "town"],
    ["a wrong postcode by hand", { mode: "hand", line1: "1 Road", town: "Town", postcode: "nonsense" }, "postcode"],
    ["too long a line", { mode: "hand", line1: "1 Road", line2: "x".repeat(121), town: "Town" }, "line2"],
  ])("with %s says what to do, at its field", async (_what, fields, part) => {
    const reading = await read({ type: "address" }, at(fields), { house });
    expect(reading).toMatchObject({ kind: "errors", errors: [{ field: `${name}-${part}` }] });
  });

  it("by hand may be anywhere, in any script, without a postcode", async () => {
    const value = await readValue(
      { type: "address" },
      at({ mode: "hand", line1: "شارع ١", line2: "c/o O'Neill\nFlat 2", town: "القاهرة", postcode: "" }),
      { house },
    );
    expect(value).toEqual({ lines: ["شارع ١", "c/o O'Neill, Flat 2"], town: "القاهرة", postcode: "", ward: undefined });
    const near = await readValue(
      { type: "address" },
      at({ mode: "hand", line1: "Boat 3", town: "Brackenford", postcode: listed.postcode.toLowerCase() }),
      { house },
    );
    expect(near).toMatchObject({ postcode: listed.postcode, ward: { name: expect.any(String) as string } });
  });

  it.each([
    ["Germany", { town: "Köln", postcode: "50667", country: "Germany" }, ["1 Road", "Köln", "50667", "Germany"]],
    [
      "Japan",
      { town: "東京都", postcode: "１００−０００１", country: "日本" },
      ["1 Road", "東京都", "100-0001", "日本"],
    ],
    ["the forces", { postcode: "bfpo58" }, ["1 Road", "BFPO 58"]],
    ["the UK, said once more", { town: "Leeds", postcode: "ls1 1aa", country: "U.K." }, ["1 Road", "Leeds", "LS1 1AA"]],
    ["Wales", { town: "Bangor", postcode: "", country: "Cymru" }, ["1 Road", "Bangor"]],
  ])("by hand may be in %s, and is shown and kept so", async (_where, fields, lines) => {
    const value = await readValue({ type: "address" }, at({ mode: "hand", line1: "1 Road", ...fields }), { house });
    expect(linesOf({ type: "address" }, value)).toEqual(lines);
    expect(await backAndForth({ type: "address" }, value, { house })).toEqual({ kind: "value", value });
  });

  it("asks for the country only where an address may be anywhere", async () => {
    for (const borough of [true, false]) {
      const page = await render({ type: "address", borough }, at({ mode: "hand" }), { house });
      expect(page.querySelector(`[name="${name}-country"]`) === null).toBe(borough);
    }
    expect((await again({ mode: "find", postcode: "BFPO 58" })).get(`${name}-mode`)).toBe("hand");
  });
});
