import { type AddressParts, textKey } from "../address-text";
import { readPostcode } from "../postcode";
import type { Position } from "../ward-index.server";
import type { Columns, CsvRow } from "./read-csv.server";
import { readPosition } from "./read-position";

/** `locality_town` holds both, the town after the last comma; or each has its own column. */
export const addressColumns = {
  premises: { names: /^(premises|number|house)$/, required: true },
  street: { names: /^street$/, required: true },
  postcode: { names: /^postcode$/, required: true },
  localityTown: { names: /^locality_town$/, required: false },
  locality: { names: /^locality$/, required: false },
  town: { names: /^town$/, required: false },
  uprn: { names: /^uprn$/, required: false },
  lat: { names: /^lat(itude)?$/, required: false },
  lon: { names: /^(lon|lng|long|longitude)$/, required: false },
} satisfies Columns<string>;

/** An address of the file, checked. */
export interface ReadAddress {
  parts: AddressParts;
  town: string;
  position?: Position;
}

const longest = 200;

/** The address of a row, or the reason why it cannot be one. */
export function readAddress({ values }: CsvRow<keyof typeof addressColumns>): ReadAddress | string {
  if (!values.street) return "it names no street";
  if (!values.premises) return "it has neither a house number nor a house name";
  if ([values.premises, values.street, values.localityTown, values.locality, values.town].some(isUnfit)) {
    return `a value has control characters or more than ${longest} characters`;
  }
  const postcode = readPostcode(values.postcode);
  if (!postcode) return `"${values.postcode}" is not a postcode`;
  if (!/^\d{0,12}$/.test(values.uprn)) return `"${values.uprn}" is not a UPRN: it has 1 to 12 digits`;
  const { position, reason } = readPosition(values.lat, values.lon);
  if (reason) return reason;
  const { locality, town } = localityAndTown(values);
  const { premises, street } = values;
  // Some sources fill UPRNs up with zeros, some do not.
  const uprn = values.uprn.replace(/^0+/, "") || undefined;
  return { parts: { premises, street, locality, postcode, uprn }, town, position };
}

const isUnfit = (text: string) => text.length > longest || /\p{Cc}/u.test(text);

function localityAndTown(values: { localityTown: string; locality: string; town: string }) {
  const words = values.localityTown
    .split(",")
    .map((word) => word.trim())
    .filter(Boolean);
  const town = values.town || (words.pop() ?? "");
  return { town, locality: values.locality || words.join(", ") || undefined };
}

/** Tells rows of one file apart: no UPRN twice, and no text twice unless all its rows have UPRNs. */
export function addressDuplicates(): (address: ReadAddress, line: number) => string | undefined {
  const uprns = new Map<string, number>();
  const texts = new Map<string, { line: number; uprn: boolean }>();
  return ({ parts }, line) => {
    const key = textKey(parts);
    const sameUprn = parts.uprn && uprns.get(parts.uprn);
    if (sameUprn) return `UPRN ${parts.uprn} stands on line ${sameUprn} already`;
    const sameText = texts.get(key);
    if (sameText && !(sameText.uprn && parts.uprn)) return `the same address stands on line ${sameText.line} already`;
    if (parts.uprn) uprns.set(parts.uprn, line);
    if (!sameText) texts.set(key, { line, uprn: Boolean(parts.uprn) });
  };
}
