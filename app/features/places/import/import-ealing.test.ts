import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { eachDatabase } from "~/platform/db/testing.server";
import { placeTables } from "~db/schema/places";
import { textKey } from "../address-text";
import { findAddresses } from "../places.server";
import { importPlaces } from "./import-places.server";
import { readCsv } from "./read-csv.server";

const path = (name: string) => fileURLToPath(new URL(`../../../../../shared/data/${name}`, import.meta.url));
const files = {
  wards: path("ealing_wards_2013.geojson"),
  postcodes: path("ealing_postcodes.csv"),
  addresses: path("ealing_addresses.csv"),
};
const absent = Object.values(files).find((file) => !existsSync(file));

eachDatabase("the real places of Ealing", (open) => {
  it.skipIf(absent)(
    "load whole, each in its ward, and once (skipped where ../shared/data is absent)",
    { timeout: 60_000 },
    async () => {
      const db = await open();
      const report = await importPlaces(db, files);
      expect(report.wards).toMatchObject({ added: 23, bad: [] });
      expect(report.postcodes).toMatchObject({ added: 6441, bad: [] });
      expect(report.addresses).toMatchObject({ added: 1623, bad: [] });

      const { addresses, wards } = db.tables(placeTables);
      const rows = await db.q
        .select({ key: addresses.key, lat: addresses.lat, ward: wards.name })
        .from(addresses)
        .leftJoin(wards, eq(addresses.wardCode, wards.code));
      expect(rows.filter(({ lat }) => lat !== null)).toHaveLength(1604);

      // The file gives each address the ward of its postcode's middle, which for a few is across the border.
      const wardOf = new Map(rows.map((row) => [row.key, row.ward]));
      const given = await published();
      const same = given.filter(({ key, ward }) => wardOf.get(key) === ward);
      const unnamed = given.filter(({ ward }) => ward === "");
      expect({ all: given.length, same: same.length, unnamed: unnamed.length }).toEqual({
        all: 1604,
        same: 1581,
        unnamed: 5,
      });
      expect(given.filter(({ key }) => wardOf.get(key) === null)).toHaveLength(1);

      const untouched = { added: 0, changed: 0, removed: 0, bad: [] };
      expect(await importPlaces(db, files)).toMatchObject({
        wards: { ...untouched, unchanged: 23 },
        postcodes: { ...untouched, unchanged: 6441 },
        addresses: { ...untouched, unchanged: 1623 },
        streets: untouched,
      });
      expect(await findAddresses(db, "w51ee")).toMatchObject({ kind: "found", ward: { name: "Hanger Hill" } });
    },
  );
});

/** The addresses of the file that have a position, with the ward that its makers say. */
async function published() {
  const column = (name: string) => ({ names: new RegExp(`^${name}$`), required: true });
  const columns = {
    number: column("number"),
    street: column("street"),
    postcode: column("postcode"),
    lat: column("latitude"),
    ward: column("ward_name_2014"),
  };
  expect(readFileSync(files.addresses, "utf8").trim().split("\n")).toHaveLength(1624);
  const wards: { key: string; ward: string }[] = [];
  for await (const { values } of readCsv(files.addresses, columns, () => expect.unreachable())) {
    const { number: premises, street, postcode, lat, ward } = values;
    if (lat) wards.push({ key: textKey({ premises, street, postcode }), ward });
  }
  return wards;
}
