import type { Database } from "~/platform/db/database.server";
import { type Position, type WardRef, wardIndex } from "./ward-index.server";

/**
 * The door to places: addresses, streets, wards and the collections of an address.
 * @example
 * const search = await findAddresses(db, "bk12ab");
 * if (search.kind === "found") search.addresses.map((address) => address.lines.join(", "));
 */
export {
  type Address,
  addressParts,
  fieldsOfAddress,
  linesOfAddress,
  prepareAddress,
  readAddress,
} from "./address-answer.server";
export { type AddressParts, addressText, streetKey, streetSearch } from "./address-text";
export { type AddressSearch, type AddressView, findAddress, findAddresses } from "./addresses.server";
export { type CollectionDay, collectionsFor, hasCollections } from "./collections.server";
export { type Collection, findMissed, type MissedView } from "./missed.server";
export { readPostcode } from "./postcode";
export { forgetStreets } from "./street-index.server";
export { findExample, findStreet, findStreets, type StreetSearch, type StreetView } from "./streets.server";
export { forgetWards, type Position, type WardRef } from "./ward-index.server";

/** The ward around a position in WGS84 degrees; undefined outside the council's area. */
export async function findWardAt(db: Database, position: Position): Promise<WardRef | undefined> {
  return (await wardIndex(db)).at(position);
}
