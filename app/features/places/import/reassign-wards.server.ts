import { asc, gt, inArray } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Database } from "~/platform/db/database.server";
import { placeTables } from "~db/schema/places";
import { streetRegister } from "./street-register.server";
import { type WardFinder, wardFinder, wardsOfPostcodes } from "./ward-finder.server";

const pageSize = 1000;

/** Puts every postcode, address and street into its ward anew, after wards have changed. */
export async function reassignWards(db: Database): Promise<void> {
  const finder = await wardFinder(db);
  const { postcodes, addresses } = db.tables(placeTables);
  await eachPage(db, postcodes, postcodes.postcode, (rows) => {
    const wards = rows.map((row) => finder.byCode(row.wardCode ?? "", positionOf(row)));
    return Promise.resolve(wards);
  });
  await eachPage(db, addresses, addresses.id, (rows) => wardsOfAddresses(db, finder, rows as AddressRow[]));
  await (await streetRegister(db)).settle();
}

interface PlacedRow {
  wardCode: string | null;
  lat: number | null;
  lon: number | null;
}
type AddressRow = PlacedRow & { postcode: string };

const positionOf = ({ lat, lon }: PlacedRow) => (lat !== null && lon !== null ? { lat, lon } : undefined);

async function wardsOfAddresses(db: Database, finder: WardFinder, rows: AddressRow[]): Promise<(string | null)[]> {
  const ofPostcode = await wardsOfPostcodes(db, [...new Set(rows.map(({ postcode }) => postcode))]);
  return rows.map((row) => finder.byPosition(positionOf(row), ofPostcode.get(row.postcode)));
}

type PlacedTable = (typeof placeTables.postgres)["postcodes" | "addresses"];

/** Walks a table by its primary key, a transaction a page, and writes the wards that differ. */
async function eachPage(
  db: Database,
  table: PlacedTable,
  key: PgColumn,
  wardsOf: (rows: PlacedRow[]) => Promise<(string | null)[]>,
): Promise<void> {
  for (let after: string | undefined = ""; after !== undefined; ) {
    const start: string = after;
    after = await db.transaction(async () => {
      const rows = await db.q
        .select({ key, wardCode: table.wardCode, lat: table.lat, lon: table.lon, postcode: table.postcode })
        .from(table)
        .where(gt(key, start))
        .orderBy(asc(key))
        .limit(pageSize);
      const wards = await wardsOf(rows);
      const moved = rows
        .map((row, index) => ({ ...row, ward: wards[index]! }))
        .filter((row) => row.ward !== row.wardCode);
      for (const [ward, group] of Map.groupBy(moved, (row) => row.ward)) {
        const keys = group.map((row) => row.key);
        await db.q.update(table).set({ wardCode: ward }).where(inArray(key, keys));
      }
      return rows.at(-1)?.key as string | undefined;
    });
  }
}
