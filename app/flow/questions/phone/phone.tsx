import { parsePhoneNumberFromString } from "libphonenumber-js/min";
import { plainTyped } from "../../../platform/typed";
import { lineKind } from "../single-line/single-line";

/** A phone number of any country, kept as E.164 and its extension; one without a country is a British one. */
export const phone = lineKind<"phone">(
  { type: "tel", autoComplete: "tel", ltr: true, classes: "govuk-input--width-20" },
  (typed) => {
    const number = parsePhoneNumberFromString(plainTyped(typed), "GB");
    if (!number?.isPossible()) return { error: "format" };
    return { value: number.ext ? `${number.number} ext. ${number.ext}` : number.number };
  },
  (kept) => {
    const number = parsePhoneNumberFromString(kept);
    return [
      number ? (number.countryCallingCode === "44" ? number.formatNational() : number.formatInternational()) : kept,
    ];
  },
);
