import { type PhoneNumber, parsePhoneNumberFromString } from "libphonenumber-js/min";
import { plainTyped } from "./typed";

/** A phone number as it is kept, or what is wrong with it: a British one with a digit too few or too many, or none at all. */
type PhoneRead = { value: string } | { error: "format" | "length" };

/** A phone number of any country, kept as E.164 and its extension; one without a country is a British one. */
export function readPhone(typed: string): PhoneRead {
  const number = parsePhoneNumberFromString(plainTyped(typed), "GB");
  if (!number) return { error: "format" };
  if (!number.isPossible())
    return { error: isBritish(number) && /^\d{7,12}$/.test(number.nationalNumber) ? "length" : "format" };
  if (isBritish(number) && !isWhole(number)) return { error: "length" };
  return { value: number.ext ? `${number.number} ext. ${number.ext}` : number.number };
}

/** A kept number as people write it here, with its zero; one from abroad keeps its country. */
export function wordPhone(kept: string): string {
  const number = parsePhoneNumberFromString(kept);
  if (!number) return kept;
  if (!isBritish(number)) return number.formatInternational();
  return number.formatNational().replace(/^(?=[1-9])/, "0");
}

const isBritish = ({ countryCallingCode }: PhoneNumber) => countryCallingCode === "44";

/**
 * Ten digits after the zero, whether given to anybody or kept for drama by Ofcom, which lists know not to exist; of the
 * shorter ones, those that lists know.
 */
const isWhole = (number: PhoneNumber) => /^[1-357-9]\d{9}$/.test(number.nationalNumber) || number.isValid();
