import { plainWords } from "./plain-words";

/** An address as sources give it. `premises` is all that stands before the street: `14A`, `Rose Cottage`, `Flat 2, 14`. */
export interface AddressParts {
  premises: string;
  street: string;
  locality?: string;
  postcode: string;
  uprn?: string;
}

/** The columns of an address row that follow from its words. */
export interface AddressText {
  key: string;
  lines: string[];
  sort: string;
}

/**
 * How an address is written, known again and sorted.
 * @example addressText({ premises: "Flat 2, 14", street: "Mill Lane", postcode: "BK1 2AB" }).lines // ["Flat 2, 14 Mill Lane"]
 */
export function addressText(parts: AddressParts): AddressText {
  const premises = parts.premises.trim().replace(/\s+/g, " ");
  const numbered = /^\d\S*$/.test(lastPart(premises));
  const first = [premises, parts.street].filter(Boolean).join(numbered ? " " : ", ");
  return {
    key: parts.uprn ? uprnKey(parts.uprn) : textKey(parts),
    lines: parts.locality ? [first, parts.locality] : [first],
    sort: sortKey(premises, parts.street),
  };
}

export const uprnKey = (uprn: string): string => `uprn:${uprn}`;

/** What an address without a UPRN is known by. */
export const textKey = ({ premises, street, postcode }: AddressParts): string =>
  `text:${plainWords(premises)}|${plainWords(street)}|${postcode}`;

/** What a street is known by: its name and what tells it from others of that name. */
export const streetKey = (name: string, locality: string): string => `${plainWords(name)}|${plainWords(locality)}`;

/** The words that a street is found by, each after a space. */
export const streetSearch = (name: string, locality: string): string => ` ${plainWords(`${name} ${locality}`)}`;

const lastPart = (premises: string) => premises.slice(premises.lastIndexOf(",") + 1).trim();

/** Street, then house, then flat; houses with a number before houses with a name; each number padded; a tab sorts before all else. */
function sortKey(premises: string, street: string): string {
  const parts = premises.split(",").map(padded).reverse();
  return [plainWords(street), ...parts].join("\t");
}

const padded = (text: string) => plainWords(text).replace(/\d+/g, (digits) => digits.padStart(6, "0"));
