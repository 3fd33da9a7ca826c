import { and, asc, eq, inArray, like, type SQL, sql } from "drizzle-orm";
import type { Database } from "~/platform/db/database.server";
import { placeTables } from "~db/schema/places";
import { plainWords } from "./plain-words";
import { readPostcode } from "./postcode";
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

const most = 20;
const mostWords = 8;

/**
 * Up to 20 streets, those whose name begins with the first word first.
 * @param typed a postcode, or beginnings of words of the name and the locality, in any order, case and spelling of accents
 */
export async function findStreets(db: Database, typed: string): Promise<StreetView[]> {
  const { streets, addresses } = db.tables(placeTables);
  const postcode = readPostcode(typed);
  if (postcode) {
    const there = db.q.select({ id: addresses.streetId }).from(addresses).where(eq(addresses.postcode, postcode));
    return selectStreets(db, inArray(streets.id, there));
  }
  const words = plainWords(typed.slice(0, 200)).split(" ").filter(Boolean).slice(0, mostWords);
  if (words.length === 0) return [];
  // Words hold letters and digits only, so there is nothing to escape.
  const all = and(...words.map((word) => like(streets.search, `% ${word}%`)));
  return selectStreets(db, all, sql`case when ${like(streets.search, ` ${words[0]}%`)} then 0 else 1 end`);
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

async function selectStreets(db: Database, which: SQL | undefined, ...first: SQL[]): Promise<StreetView[]> {
  const { streets, wards } = db.tables(placeTables);
  const rows = await db.q
    .select({ street: streets, ward: { code: wards.code, name: wards.name } })
    .from(streets)
    .leftJoin(wards, eq(streets.wardCode, wards.code))
    .where(which)
    .orderBy(...first, asc(streets.search), asc(streets.id))
    .limit(most);
  return rows.map(({ street, ward }) => ({
    id: street.id,
    name: street.name,
    locality: street.locality,
    ward: ward ?? undefined,
    lat: street.lat ?? undefined,
    lon: street.lon ?? undefined,
  }));
}
