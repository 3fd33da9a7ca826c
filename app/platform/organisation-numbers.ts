import { bareTyped, codeTyped } from "./typed";

/**
 * A company number as Companies House gives it: 8 digits, or 2 letters (SC, NI, OC, ...) and 6 digits; a few old ones
 * have one letter, and some end in one. Fewer digits are filled up with zeros in front. It has no check digit.
 * @returns undefined where it has not the form of one
 */
export function readCompanyNumber(typed: string): string | undefined {
  const plain = bareTyped(typed);
  const filled = /^\d{1,7}$/.test(plain) ? plain.padStart(8, "0") : plain;
  const fits = /^(\d{8}|[A-Z]{2}\d{6}|[A-Z]{2}\d{5}[A-Z]|[A-Z]\d{7})$/.test(filled) && !/^0+$/.test(filled);
  return fits ? filled : undefined;
}

/**
 * A registered charity's number: 6 or 7 digits in England and Wales (a linked charity adds its own after a hyphen),
 * SC and 6 digits in Scotland, NIC and 6 digits in Northern Ireland.
 * @returns undefined where it has not the form of one
 */
export function readCharityNumber(typed: string): string | undefined {
  const plain = codeTyped(typed);
  return /^([1-9]\d{5,6}(-\d{1,3})?|SC\d{6}|NIC\d{6})$/.test(plain) ? plain : undefined;
}
