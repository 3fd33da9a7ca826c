import { eq, like } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Database } from "~/platform/db/database.server";
import { eachDatabase } from "~/platform/db/testing.server";
import { stamp } from "~/platform/stamps.server";
import { placeTables } from "~db/schema/places";
import { makeBorough } from "~db/seed/borough/borough";
import { landmarks } from "~db/seed/borough/landmarks";
import { seedBorough } from "~db/seed/borough/seed-borough";
import {
  addressText,
  findAddress,
  findAddresses,
  findStreet,
  findStreets,
  findWardAt,
  forgetStreets,
  readPostcode,
} from "./places.server";
import { plainWords } from "./plain-words";

describe("readPostcode", () => {
  it.each(["BK1 2AB", "bk12ab", " BK1  2AB ", "bk1-2ab", "B K 1 2 A B", "ＢＫ１ ２ＡＢ", "BK1\u00A02AB", "BK1.2AB"])(
    "reads %j",
    (typed) => expect(readPostcode(typed)).toBe("BK1 2AB"),
  );
  it.each(["", "BK1", "hello", "12345", "BK1 2AB 3CD", "BK1 2A", "'; drop table wards --", "9".repeat(10_000)])(
    "refuses %j",
    (typed) => expect(readPostcode(typed)).toBeUndefined(),
  );
});

describe("addressText", () => {
  const parts = { street: "Mill Lane", postcode: "BK1 2AB" };
  it.each([
    ["14A", "14A Mill Lane"],
    ["8-9", "8-9 Mill Lane"],
    ["Flat 2, 14", "Flat 2, 14 Mill Lane"],
    ["Rose Cottage", "Rose Cottage, Mill Lane"],
    ["Flat 2, Mill House", "Flat 2, Mill House, Mill Lane"],
    ["  Unit  3 ", "Unit 3, Mill Lane"],
  ])("writes %j as %j", (premises, line) => {
    expect(addressText({ ...parts, premises }).lines).toEqual([line]);
  });

  it("knows an address again however it is typed, and by its UPRN first", () => {
    expect(addressText({ ...parts, premises: "rosé  COTTAGE" }).key).toBe(
      addressText({ ...parts, premises: "Rose Cottage" }).key,
    );
    expect(addressText({ ...parts, premises: "1", uprn: "7" }).key).toBe("uprn:7");
    expect(addressText({ ...parts, premises: "11" }).key).not.toBe(addressText({ ...parts, premises: "1 1" }).key);
  });

  it("sorts as people count", () => {
    const wanted = ["2", "10", "Flat 1, 14", "Flat 2, 14", "Flat 10, 14", "14A", "15", "Ivy House", "Rose Cottage"];
    const sort = (premises: string) => addressText({ ...parts, premises }).sort;
    expect(wanted.toReversed().sort((a, b) => (sort(a) < sort(b) ? -1 : 1))).toEqual(wanted);
  });
});

describe("plainWords", () => {
  it.each([
    ["St. Mary’s Road", "st marys road"],
    ["  ZOË--Harker  way ", "zoe harker way"],
    ["Łódź 7", "łodz 7"],
    ["شارع ميل", "شارع ميل"],
    ["%_", ""],
  ])("makes %j %j", (text, words) => expect(plainWords(text)).toBe(words));
});

eachDatabase("places", (open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
    await seedBorough(db, { today: "2026-11-22", addresses: 6000 });
  });

  it("finds the addresses of a postcode in their order", async () => {
    const search = await findAddresses(db, " bk1  2ab");
    if (search.kind !== "found") throw new Error(search.kind);
    expect(search).toMatchObject({ postcode: "BK1 2AB", ward: { code: "X05000001", name: "Harbourside" } });
    const lines = search.addresses.map((address) => address.lines[0]);
    expect(lines.slice(0, 3)).toEqual(["1 Mill Lane", "2 Mill Lane", "3 Mill Lane"]);
    expect(lines.slice(-7)).toEqual([
      "Flat 1, 14 Mill Lane",
      "Flat 2, 14 Mill Lane",
      "Flat 10, 14 Mill Lane",
      "14A Mill Lane",
      "15 Mill Lane",
      "16 Mill Lane",
      "Rose Cottage, Mill Lane",
    ]);
    expect(search.addresses[0]).toMatchObject({
      uprn: "999900000001",
      lines: ["1 Mill Lane", "Harbourside"],
      town: "Brackenford",
      ward: { code: "X05000001", name: "Harbourside" },
    });
    expect(search.addresses.at(-1)!.uprn).toBeUndefined();
  });

  it("tells postcodes that are empty, outside and malformed", async () => {
    expect(await findAddresses(db, landmarks.empty)).toMatchObject({
      kind: "found",
      addresses: [],
      ward: { name: "Eastmarsh" },
    });
    expect(await findAddresses(db, landmarks.outside)).toEqual({ kind: "outside", postcode: landmarks.outside });
    expect(await findAddresses(db, "nonsense")).toEqual({ kind: "malformed" });
  });

  it("finds an address by id, and none by another", async () => {
    const search = await findAddresses(db, landmarks.single);
    const [only] = search.kind === "found" ? search.addresses : [];
    expect(await findAddress(db, only!.id)).toEqual(only);
    expect(await findAddress(db, "no-such-address")).toBeUndefined();
  });

  it("finds addresses of a postcode that only they know", async () => {
    const tables = db.tables(placeTables);
    const [street] = await db.q.select().from(tables.streets).limit(1);
    const parts = { premises: "1", street: street!.name, postcode: "BK77 7AA" };
    await db.transaction(async () => {
      await db.q
        .insert(tables.addresses)
        .values({ ...addressText(parts), id: "alone", town: "", postcode: parts.postcode, streetId: street!.id });
    });
    expect(await findAddresses(db, "bk777aa")).toEqual({
      kind: "found",
      postcode: "BK77 7AA",
      addresses: [{ id: "alone", lines: [`1 ${street!.name}`], town: "", postcode: "BK77 7AA" }],
    });
  });

  const search = async (typed: string) =>
    (await findStreets(db, typed)).streets.map(({ name, locality }) => `${name}, ${locality}`);

  it("finds streets by the beginnings of words, in any order, without accents, and tells equal names apart", async () => {
    const mills = (await findStreets(db, "Mill L")).streets;
    expect(mills.length).toBeGreaterThan(1);
    expect(new Set(mills.map(({ ward }) => ward!.code)).size).toBe(mills.length);
    expect(await findStreet(db, mills[0]!.id)).toEqual(mills[0]);
    expect(await search("ill lane")).toEqual([]);
    const saints = await search("st. mary’s");
    expect(saints.length).toBeGreaterThan(0);
    expect(await search("St Marys")).toEqual(saints);
    expect((await search("zoe hark")).every((name) => name.startsWith("Zoë Harker Way"))).toBe(true);
    expect((await search("zoe hark")).length).toBeGreaterThan(0);
  });

  it.each(["mill lane harb", "HARBOURSIDE  lane Mill", "14 Mill Ln, Harbourside"])(
    "tells a street by a locality that was typed too: %s",
    async (typed) => expect(await search(typed)).toEqual(["Mill Lane, Harbourside"]),
  );

  it.each([
    ...[
      "14 Mill Lane",
      "14A Mill Ln",
      "Flat 2, 14 mill ln.",
      "Mill Lane, Brackenford",
      "Mil Lane",
      "Miil Lane",
      "Imll Lane",
      "Milll Laen",
    ],
    ...["Millo Lane", "off Mill Lane", "Mill Road Lane", "١٤ Mill Lane", "Ｍｉｌｌ　Ｌａｎｅ"],
  ])("finds Mill Lane as people type it: %s", async (typed) => {
    const all = await search("Mill Lane");
    expect(all.length).toBeGreaterThan(1);
    expect((await search(typed)).sort()).toEqual(all.sort());
  });

  it.each(["Saint Marys", "St Mary's", "St. Mary’s", "saint mary", "12 Saint Marys", "St Maryz"])(
    "finds a saint's street as people type it: %s",
    async (typed) => {
      const names = (await search(typed)).map((name) => name.split(",")[0]);
      expect(names.length).toBeGreaterThan(0);
      for (const name of names) expect(name).toMatch(/^St\.? Mary/);
    },
  );

  it("finds what is shortened in the register as well as what is shortened by whoever types", async () => {
    const { streets } = db.tables(placeTables);
    const [pattern] = await db.q.select().from(streets).limit(1);
    const made = ["Zephyr Ave", "Zephyr Road", "Zephyr Gdns"].map((name, at) => ({
      ...{ ...pattern!, id: `zz-${at}`, key: `zz-${at}`, name, locality: "Brackenford", search: name },
    }));
    await db.transaction(() => db.q.insert(streets).values(made));
    forgetStreets(db);
    for (const [typed, name] of [
      ["zephyr avenue", "Zephyr Ave"],
      ["zephyr rd", "Zephyr Road"],
      ["Zephyr Garden", "Zephyr Gdns"],
      ["Zephir Rd", "Zephyr Road"],
    ] as const)
      expect(await search(typed)).toEqual([`${name}, Brackenford`]);
    expect(await findStreets(db, "3 zephyr rd")).toMatchObject({ sure: true, count: 1 });
    expect(await findStreets(db, "zephir rd")).toMatchObject({ sure: false, count: 1 });
    expect(await search("Zephyr Lane")).toHaveLength(3);
    await db.transaction(() => db.q.delete(streets).where(like(streets.id, "zz-%")));
    forgetStreets(db);
  });

  it("forgives two letters changed over only where no street is called so, and not three", async () => {
    const all = await search("Station Road");
    expect(all.length).toBeGreaterThan(0);
    for (const typed of ["Statoin Road", "tSation Rd", "Statino Road", "12 Sattion Raod"])
      expect(await search(typed)).toEqual(all);
    expect(await search("Sattino")).toEqual([]);
  });

  it("reads the streets again where an import in another process renamed one", async () => {
    const { streets } = db.tables(placeTables);
    const [first] = await db.q.select().from(streets).limit(1);
    await findStreets(db, first!.name);
    const rename = (name: string) =>
      db.transaction(() => db.q.update(streets).set({ name }).where(eq(streets.id, first!.id)));
    await rename("Quixotic Crescent");
    await stamp(db, "places");
    await vi.waitFor(async () => expect(await search("Quixotic")).toHaveLength(1));
    await rename(first!.name);
    await stamp(db, "places");
    await vi.waitFor(async () => expect(await search("Quixotic")).toEqual([]));
  });

  it("lists at most 20 streets, says how many there are, and puts those first that begin with the first word", async () => {
    const all = await findStreets(db, "la");
    expect(all.streets).toHaveLength(20);
    expect(all.count).toBeGreaterThan(20);
    const [first] = (await findStreets(db, "saltgate")).streets;
    expect(first!.locality).toBe("Saltgate");
    const begins = (await search("lark")).map((name) => name.startsWith("Lark"));
    expect(begins).toEqual([...begins].sort().reverse());
  });

  it.each(["bk1 2ab", "Mill Lane BK1 2AB", "14 mill ln, bk12ab", "BK1 2AB Mill Lane, Brackenford"])(
    "finds the street of a postcode: %s",
    async (typed) => {
      expect(await findStreets(db, typed)).toMatchObject({ streets: [{ name: "Mill Lane" }], sure: true });
      expect(await findAddresses(db, typed)).toMatchObject({ kind: "found", postcode: "BK1 2AB" });
    },
  );

  it.each(["", "   ", "%", "_", "' ; --", "\u0000", "🏠", landmarks.outside])(
    "takes %j for a street that is not there",
    async (typed) => {
      expect((await findStreets(db, typed)).streets).toEqual([]);
    },
  );

  it("finds the ward at a position, and none at sea", async () => {
    const search = await findAddresses(db, landmarks.single);
    const { lat, lon, ward } = search.kind === "found" ? search.addresses[0]! : ({} as never);
    expect(await findWardAt(db, { lat: lat!, lon: lon! })).toEqual(ward);
    expect(await findWardAt(db, { lat: 54.9, lon: 1.05 })).toBeUndefined();
  });

  it("reads the wards again after a minute, since an import runs elsewhere", async () => {
    const fresh = await open();
    const at = { lat: 54.22, lon: 1.05 };
    expect(await findWardAt(fresh, at)).toBeUndefined();
    await seedElsewhere(fresh);
    expect(await findWardAt(fresh, at)).toBeUndefined();
    const later = performance.now() + 60_001;
    const clock = vi.spyOn(performance, "now").mockReturnValue(later);
    expect(await findWardAt(fresh, at)).toBeDefined();
    clock.mockRestore();
  });
});

/** Writes wards without a word to this process's cache. */
async function seedElsewhere(db: Database): Promise<void> {
  const { wards } = db.tables(placeTables);
  await db.transaction(async () => {
    await db.q.insert(wards).values(makeBorough({ today: "2026-11-22", addresses: 100 }).wards);
  });
}
