import { cutText, plainTyped } from "../../platform/typed";
import { plainWords } from "./plain-words";
import { readPostcode } from "./postcode";

/** How people name the United Kingdom and its parts, in the languages of the portal. */
const ways = [
  ...["uk", "u k", "united kingdom", "the united kingdom", "gb", "great britain", "britain"],
  ...["england", "scotland", "wales", "northern ireland"],
  ...["du", "y deyrnas unedig", "prydain fawr", "lloegr", "yr alban", "cymru", "gogledd iwerddon"],
  ...["wielka brytania", "zjednoczone królestwo", "anglia", "szkocja", "walia", "irlandia północna"],
  ...["المملكة المتحدة", "بريطانيا", "انجلترا", "اسكتلندا", "ويلز", "ايرلندا الشمالية"],
];
const home = new Set(ways.map(plainWords));
const longest = 20;

/** The country of an address, as it was typed; undefined where it is in the United Kingdom. */
export const countryOf = (typed: string): string | undefined =>
  !typed || home.has(plainWords(typed)) ? undefined : typed;

/** The number of a British Forces post office: "BFPO 58". */
export function readForces(typed: string): string | undefined {
  const [, number] = /^BFPO ?-?(\d{1,4})$/.exec(plainTyped(typed).toUpperCase()) ?? [];
  return number && `BFPO ${number}`;
}

/** A postcode by hand: of the United Kingdom or its forces it has a form, of other countries it is taken as it is. */
export const readAnyPostcode = (typed: string, country: string | undefined): string | undefined => {
  if (!typed) return "";
  if (country) return cutText(plainTyped(typed), longest);
  return readForces(typed) ?? readPostcode(typed);
};
