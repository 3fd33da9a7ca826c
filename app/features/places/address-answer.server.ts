import type { Database } from "~/platform/db/database.server";
import { inOneLine, plainTyped } from "~/platform/typed";
import { countryOf, readAnyPostcode, readForces } from "./abroad";
import type { AddressFound, AddressTyped } from "./address-fields";
import { findAddress, findAddresses } from "./addresses.server";

/** An address as it is kept: one of the council's list, or as somebody wrote it. */
export interface Address {
  id?: string;
  uprn?: string;
  lines: string[];
  town: string;
  postcode: string;
  /** As it was typed; none in the United Kingdom. */
  country?: string;
  ward?: { code: string; name: string };
  /** Which collection round comes to it, where the council's calendar knows. */
  round?: string;
}

/** Something to put right: its field, and its text's key below `questions:types.address`. */
interface AddressFault {
  field: string;
  key: string;
  values?: Record<string, unknown>;
}

/**
 * What came of reading an address: one, none where it may be left out, something to put right, or a wish to show the
 * fields again with some of them set, such as to choose from the addresses of a postcode.
 */
export type AddressReading =
  | { kind: "value"; value: Address | null }
  | { kind: "errors"; errors: AddressFault[] }
  | { kind: "again"; set: [string, string][] };

interface Wanted {
  required: boolean;
  /** It must be in the council's area. */
  borough: boolean;
}

const maxLine = 120;
/** What the names of an address's fields end in. */
export const addressParts = ["mode", "postcode", "id", "line1", "line2", "town", "country"] as const;

/** Reads the fields that `AddressFields` shows: by postcode from the council's list, or typed by hand where no list has it. */
export async function readAddress(
  db: Database,
  name: string,
  typed: AddressTyped,
  wanted: Wanted,
): Promise<AddressReading> {
  const mode = typed.get(`${name}-mode`);
  if (mode === "hand") return readByHand(db, name, typed, wanted);
  if (mode === "pick") return readPick(db, name, typed);
  return readPostcodeField(db, name, typed, wanted);
}

/**
 * Looks up what `AddressFields` shows.
 * @param wish how the reader asked to go on: `postcode` or `hand`
 */
export async function prepareAddress(
  db: Database,
  name: string,
  typed: AddressTyped,
  { wish, borough }: { wish?: string | undefined; borough: boolean },
): Promise<AddressFound> {
  const mode = typed.get(`${name}-mode`);
  if (wish === "postcode") return { mode: "find" };
  const postcode = typed.get(`${name}-postcode`);
  if (wish === "hand" || mode === "hand") {
    // Why there is nothing to choose from, until they have begun to type.
    const search = postcode && !typed.get(`${name}-line1`) ? await findAddresses(db, postcode) : undefined;
    const hand = { mode: "hand", anywhere: !borough } as const;
    if (search?.kind === "outside" && !borough) return { ...hand, unlisted: search };
    if (search?.kind === "found" && search.addresses.length === 0)
      return { ...hand, unlisted: { kind: "empty", postcode: search.postcode } };
    return hand;
  }
  if (mode !== "pick") return { mode: "find" };
  const search = await findAddresses(db, postcode);
  if (search.kind !== "found") return { mode: "find" };
  return { mode: "pick", postcode: search.postcode, addresses: search.addresses };
}

/** The fields that show an address again. */
export function fieldsOfAddress({ id, lines, town, postcode, country }: Address, name: string): [string, string][] {
  if (id)
    return [
      [`${name}-mode`, "pick"],
      [`${name}-postcode`, postcode],
      [`${name}-id`, id],
    ];
  return [
    [`${name}-mode`, "hand"],
    [`${name}-line1`, lines[0] ?? ""],
    [`${name}-line2`, lines.slice(1).join(", ")],
    [`${name}-town`, town],
    [`${name}-postcode`, postcode],
    ...(country ? ([[`${name}-country`, country]] as [string, string][]) : []),
  ];
}

/** The lines in which an address is written. */
export const linesOfAddress = ({ lines, town, postcode, country }: Address): string[] =>
  [...lines, town, postcode, country ?? ""].filter(Boolean);

async function readPostcodeField(
  db: Database,
  name: string,
  fields: AddressTyped,
  { required, borough }: Wanted,
): Promise<AddressReading> {
  const field = `${name}-postcode`;
  const typed = plainTyped(fields.get(field));
  if (!typed) return required ? fault(field, "required") : { kind: "value", value: null };
  if (!borough && readForces(typed)) return again([[`${name}-mode`, "hand"]]);
  const search = await findAddresses(db, typed);
  if (search.kind === "malformed") return fault(field, "format");
  if (search.kind === "found" && search.addresses.length > 0)
    return again([
      [`${name}-mode`, "pick"],
      [`${name}-id`, ""],
    ]);
  if (search.kind === "outside" && borough) return fault(field, "outside");
  return again([[`${name}-mode`, "hand"]]);
}

async function readPick(db: Database, name: string, typed: AddressTyped): Promise<AddressReading> {
  const id = typed.get(`${name}-id`);
  if (id === "not-listed")
    return again([
      [`${name}-mode`, "hand"],
      [`${name}-id`, ""],
    ]);
  const found = id ? await findAddress(db, id) : undefined;
  if (!found) return fault(`${name}-id`, "choose");
  const { uprn, lines, town, postcode, ward, roundId: round } = found;
  return { kind: "value", value: { id, uprn, lines, town, postcode, ward, round } };
}

async function readByHand(
  db: Database,
  name: string,
  fields: AddressTyped,
  { required, borough }: Wanted,
): Promise<AddressReading> {
  const [line1, line2, town, typed, land] = ["line1", "line2", "town", "postcode", "country"].map((part) =>
    inOneLine(fields.get(`${name}-${part}`), ", "),
  ) as [string, string, string, string, string];
  if (!required && !line1 && !line2 && !town && !typed) return { kind: "value", value: null };
  const errors: AddressFault[] = [];
  const country = borough ? undefined : countryOf(land);
  const postcode = readAnyPostcode(typed, country);
  const hasTown = Boolean(town) || readForces(typed) !== undefined;
  if (!line1) errors.push({ field: `${name}-line1`, key: "line1-required" });
  for (const [part, line] of [
    ["line1", line1],
    ["line2", line2],
    ["town", town],
    ["country", country ?? ""],
  ] as const)
    if (line.length > maxLine) errors.push({ field: `${name}-${part}`, key: "too-long", values: { max: maxLine } });
  if (!hasTown) errors.push({ field: `${name}-town`, key: "town-required" });
  if (postcode === undefined) errors.push({ field: `${name}-postcode`, key: "format" });
  if (errors.length > 0) return { kind: "errors", errors };
  const near = postcode && !country ? await findAddresses(db, postcode) : undefined;
  const ward = near?.kind === "found" ? near.ward : undefined;
  const lines = [line1, line2].filter(Boolean);
  return { kind: "value", value: { lines, town, postcode: postcode ?? "", ...(country && { country }), ward } };
}

const fault = (field: string, key: string): AddressReading => ({ kind: "errors", errors: [{ field, key }] });
const again = (set: [string, string][]): AddressReading => ({ kind: "again", set });
