import { readPhone, wordPhone } from "../../../platform/phone-numbers";
import { lineKind } from "../single-line/single-line";

/** A phone number of any country. */
export const phone = lineKind<"phone">(
  { type: "tel", autoComplete: "tel", ltr: true, classes: "govuk-input--width-20" },
  readPhone,
  (kept) => [wordPhone(kept)],
);
