import { inArray } from "drizzle-orm";
import type { Database } from "~/platform/db/database.server";
import { placeTables } from "~db/schema/places";
import { indexWards, type Position } from "../ward-index.server";

/** Says in which ward something is. `null`: in none that is known. */
export interface WardFinder {
  /** By a code that a source gives, or else by position: postcodes. */
  byCode(code: string, position?: Position): string | null;
  /** By position, or else by the ward of the postcode: addresses. */
  byPosition(position: Position | undefined, ofPostcode: string | null | undefined): string | null;
}

/** A finder over the wards as they are in the database now. */
export async function wardFinder(db: Database): Promise<WardFinder> {
  const { wards } = db.tables(placeTables);
  const rows = await db.q.select().from(wards).orderBy(wards.code);
  const index = indexWards(rows);
  const codes = new Set(rows.map(({ code }) => code));
  const at = (position?: Position) => (position && index.at(position)?.code) ?? null;
  return {
    byCode: (code, position) => (codes.has(code) ? code : at(position)),
    byPosition: (position, ofPostcode) => at(position) ?? ofPostcode ?? null,
  };
}

/** The wards of these postcodes, where they are on record. */
export async function wardsOfPostcodes(db: Database, wanted: string[]): Promise<Map<string, string | null>> {
  const { postcodes } = db.tables(placeTables);
  const rows = await db.q.select().from(postcodes).where(inArray(postcodes.postcode, wanted));
  return new Map(rows.map(({ postcode, wardCode }) => [postcode, wardCode]));
}
