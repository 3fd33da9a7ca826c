import { asc, eq, inArray, type SQL } from "drizzle-orm";
import type { Database } from "~/platform/db/database.server";
import { placeTables } from "~db/schema/places";
import { splitPostcode } from "./postcode";
import { rankStreets } from "./rank-streets";
import { streetIndex } from "./street-index.server";
import type { WardRef } from "./ward-index.server";

/** A street as pages show it: locality and ward tell streets of one name apart. The position is its middle. */
export interface StreetView {
  id: string;
  name: string;
  locality: string;
  ward?: WardRef;
  lat?: number;
  lon?: number;
}

export interface StreetSearch {
  /** Up to 20. */
  streets: StreetView[];
  /** How many there are in all. */
  count: number;
  /** It is the only one, and each word that tells which is meant is in it: nobody need be asked. */
  sure: boolean;
}

const most = 20;
const longest = 200;

/**
 * The streets that may be meant, those that fit best first.
 * @param typed a postcode, or a street as people write it: with a house number, the town or a postcode, shortened, with
 * a slip in a letter, in any order, case and spelling of accents
 */
export async function findStreets(db: Database, typed: string): Promise<StreetSearch> {
  const { postcode, rest } = splitPostcode(typed.slice(0, longest));
  const there = postcode ? await streetsAt(db, postcode) : [];
  const ranked = rankStreets(await streetIndex(db), rest);
  const both = ranked.filter(({ id }) => there.some((street) => street.id === id));
  if (there.length > 0 && both.length === 0) return found(there, there.length, !rest);
  const ids = (both.length > 0 ? both : ranked).map(({ id }) => id);
  const { streets } = db.tables(placeTables);
  const rows = ids.length > 0 ? await selectStreets(db, inArray(streets.id, ids.slice(0, most))) : [];
  const byId = new Map(rows.map((row) => [row.id, row]));
  return found(
    ids.flatMap((id) => byId.get(id) ?? []),
    ids.length,
    both.length > 0 || ranked.every(({ exact }) => exact),
  );
}

const found = (streets: StreetView[], count: number, sure: boolean): StreetSearch => ({
  streets: streets.slice(0, most),
  count,
  sure: sure && streets.length === 1,
});

async function streetsAt(db: Database, postcode: string): Promise<StreetView[]> {
  const { streets, addresses } = db.tables(placeTables);
  const ids = db.q.select({ id: addresses.streetId }).from(addresses).where(eq(addresses.postcode, postcode));
  return selectStreets(db, inArray(streets.id, ids));
}

/** The street with this id; undefined where there is none. */
export async function findStreet(db: Database, id: string): Promise<StreetView | undefined> {
  return (await selectStreets(db, eq(db.tables(placeTables).streets.id, id)))[0];
}

/** A street that is there, with a postcode of it, for hints; undefined before addresses were loaded. */
export async function findExample(db: Database): Promise<{ postcode: string; street: string } | undefined> {
  const { streets, addresses } = db.tables(placeTables);
  const [row] = await db.q
    .select({ postcode: addresses.postcode, street: streets.name })
    .from(addresses)
    .innerJoin(streets, eq(addresses.streetId, streets.id))
    .limit(1);
  return row;
}

async function selectStreets(db: Database, which: SQL | undefined): Promise<StreetView[]> {
  const { streets, wards } = db.tables(placeTables);
  const rows = await db.q
    .select({ street: streets, ward: { code: wards.code, name: wards.name } })
    .from(streets)
    .leftJoin(wards, eq(streets.wardCode, wards.code))
    .where(which)
    .orderBy(asc(streets.search), asc(streets.id));
  return rows.map(({ street, ward }) => ({
    id: street.id,
    name: street.name,
    locality: street.locality,
    ward: ward ?? undefined,
    lat: street.lat ?? undefined,
    lon: street.lon ?? undefined,
  }));
}
