import { eq } from "drizzle-orm";
import type { Database } from "~/platform/db/database.server";
import { placeTables } from "~db/schema/places";
import { splitPostcode } from "./postcode";
import type { WardRef } from "./ward-index.server";

/** An address as pages show it. `lines` leave out town and postcode; the first holds house and street. */
export interface AddressView {
  id: string;
  uprn?: string;
  lines: string[];
  town: string;
  postcode: string;
  ward?: WardRef;
  /** Which collection round comes to it. */
  roundId?: string;
  lat?: number;
  lon?: number;
}

/** `found` with no addresses: the postcode is in the area, but nothing is on record there. */
export type AddressSearch =
  | { kind: "found"; postcode: string; ward?: WardRef; lat?: number; lon?: number; addresses: AddressView[] }
  | { kind: "outside"; postcode: string }
  | { kind: "malformed" };

const longest = 200;

/**
 * The addresses of a postcode, in the order in which people count: 2 before 10, Flat 1 before Flat 10.
 * @param typed as somebody typed it: alone, or at the end of an address
 * @returns `outside` for a well-formed postcode that is not on record here
 */
export async function findAddresses(db: Database, typed: string): Promise<AddressSearch> {
  const { postcode } = splitPostcode(typed.slice(0, longest));
  if (!postcode) return { kind: "malformed" };
  const { addresses, postcodes, wards } = db.tables(placeTables);
  const [[known], rows] = await Promise.all([
    db.q
      .select()
      .from(postcodes)
      .leftJoin(wards, eq(postcodes.wardCode, wards.code))
      .where(eq(postcodes.postcode, postcode)),
    selectAddresses(db).where(eq(addresses.postcode, postcode)),
  ]);
  if (!known && rows.length === 0) return { kind: "outside", postcode };
  return {
    kind: "found",
    postcode,
    ward: wardRef(known?.wards),
    lat: known?.postcodes.lat ?? undefined,
    lon: known?.postcodes.lon ?? undefined,
    addresses: rows.sort((a, b) => (a.sort < b.sort ? -1 : 1)).map(toAddressView),
  };
}

/** The address with this id; undefined where there is none. */
export async function findAddress(db: Database, id: string): Promise<AddressView | undefined> {
  const { addresses } = db.tables(placeTables);
  const [row] = await selectAddresses(db).where(eq(addresses.id, id));
  return row && toAddressView(row);
}

function selectAddresses(db: Database) {
  const { addresses, wards } = db.tables(placeTables);
  const { id, uprn, lines, town, postcode, sort, lat, lon, wardCode, roundId } = addresses;
  return db.q
    .select({ id, uprn, lines, town, postcode, sort, lat, lon, wardCode, roundId, wardName: wards.name })
    .from(addresses)
    .leftJoin(wards, eq(wardCode, wards.code));
}

type AddressRow = Awaited<ReturnType<typeof selectAddresses>>[number];

const toAddressView = ({ sort: _, wardCode, wardName, ...row }: AddressRow): AddressView => ({
  id: row.id,
  uprn: row.uprn ?? undefined,
  lines: row.lines,
  town: row.town,
  postcode: row.postcode,
  ward: wardCode && wardName ? { code: wardCode, name: wardName } : undefined,
  roundId: row.roundId ?? undefined,
  lat: row.lat ?? undefined,
  lon: row.lon ?? undefined,
});

const wardRef = (ward?: { code: string; name: string } | null): WardRef | undefined =>
  ward ? { code: ward.code, name: ward.name } : undefined;
