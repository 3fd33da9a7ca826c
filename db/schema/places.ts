import { declareTables } from "./kit";

export const binKinds = ["rubbish", "recycling", "food", "garden"] as const;
export type BinKind = (typeof binKinds)[number];

/** A ward's outline, GeoJSON in WGS84: rings of `[longitude, latitude]`. */
export type WardShape =
  | { type: "Polygon"; coordinates: number[][][] }
  | { type: "MultiPolygon"; coordinates: number[][][][] };

/** When a round empties one bin. The anchor is a date in any week in which a fortnightly bin is emptied. */
export interface RoundBin {
  bin: BinKind;
  frequency: "weekly" | "fortnightly";
  anchor: string;
}

export const placeTables = declareTables((k) => {
  const wards = k.table("wards", {
    code: k.id("code"),
    name: k.text("name").notNull(),
    shape: k.json<WardShape>("shape").notNull(),
  });
  const postcodes = k.table("postcodes", {
    /** Upper case with one space: `BK1 2AB`. */
    postcode: k.id("postcode"),
    lat: k.real("lat"),
    lon: k.real("lon"),
    wardCode: k.text("ward_code").references(() => wards.code),
  });
  const streets = k.table("streets", {
    id: k.id(),
    /** Name and locality in plain letters: what an import knows a street by. */
    key: k.text("key").notNull().unique(),
    name: k.text("name").notNull(),
    /** What tells two streets of one name apart. */
    locality: k.text("locality").notNull(),
    /** The words of name and locality in plain letters, each after a space, for matching by their beginnings. */
    search: k.text("search").notNull(),
    /** The ward of most of its addresses, and their mean position. */
    wardCode: k.text("ward_code").references(() => wards.code),
    lat: k.real("lat"),
    lon: k.real("lon"),
  });
  const collectionRounds = k.table("collection_rounds", {
    id: k.id(),
    /** ISO: 1 is Monday. */
    weekday: k.integer("weekday").notNull(),
    bins: k.json<RoundBin[]>("bins").notNull(),
  });
  /** The council's own list of moved days; it wins over every rule. */
  const collectionChanges = k.table(
    "collection_changes",
    {
      id: k.id(),
      /** Empty: all rounds. */
      roundId: k.text("round_id").references(() => collectionRounds.id),
      /** Empty: all bins. */
      bin: k.text("bin").$type<BinKind>(),
      normalDate: k.date("normal_date").notNull(),
      /** Empty: not collected at all. */
      revisedDate: k.date("revised_date"),
      /** A text id, such as `christmas`. */
      reason: k.text("reason").notNull(),
    },
    (t) => [k.index("collection_changes_normal").on(t.normalDate)],
  );
  const addresses = k.table(
    "addresses",
    {
      id: k.id(),
      /** What an import knows an address by: its UPRN, or else its first line and postcode in plain letters. */
      key: k.text("key").notNull().unique(),
      uprn: k.text("uprn"),
      /** As written on an envelope, without town and postcode; the first holds house and street. */
      lines: k.json<string[]>("lines").notNull(),
      town: k.text("town").notNull(),
      postcode: k.text("postcode").notNull(),
      /** Sorts, code point by code point, as people count: 2 before 10, Flat 1 before Flat 10. */
      sort: k.text("sort").notNull(),
      streetId: k
        .text("street_id")
        .notNull()
        .references(() => streets.id),
      lat: k.real("lat"),
      lon: k.real("lon"),
      wardCode: k.text("ward_code").references(() => wards.code),
      roundId: k.text("round_id").references(() => collectionRounds.id),
    },
    (t) => [k.index("addresses_postcode").on(t.postcode), k.index("addresses_street").on(t.streetId)],
  );
  return { wards, postcodes, streets, addresses, collectionRounds, collectionChanges };
});
