import { parsePhoneNumberFromString } from "libphonenumber-js/min";
import { lineKind } from "../single-line/single-line";

/** A phone number of any country, kept as E.164; one without a country is a British one. */
export const phone = lineKind<"phone">(
  { type: "tel", autoComplete: "tel", ltr: true, classes: "govuk-input--width-20" },
  (typed) => {
    const number = parsePhoneNumberFromString(typed, "GB");
    return number?.isPossible() ? { value: number.number } : { error: "format" };
  },
  (kept) => {
    const number = parsePhoneNumberFromString(kept);
    return [number ? (number.country === "GB" ? number.formatNational() : number.formatInternational()) : kept];
  },
);
