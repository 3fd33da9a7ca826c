import { plainDigits } from "../digits";
import { lineKind } from "../single-line/single-line";

/**
 * A company number as Companies House gives it: 8 digits, or 2 letters (SC, NI, OC, ...) and 6 digits; a few old ones
 * have one letter, and some end in one. Fewer digits are filled up with zeros in front.
 */
export const companyNumber = lineKind<"company-number">(
  { autoComplete: "off", spellCheck: false, autoCapitalize: "characters", ltr: true, classes: "govuk-input--width-10" },
  (typed) => {
    const bare = plainDigits(typed).toUpperCase().replace(/[\s-]/g, "");
    const filled = /^\d{1,7}$/.test(bare) ? bare.padStart(8, "0") : bare;
    return /^(\d{8}|[A-Z]{2}\d{6}|[A-Z]{2}\d{5}[A-Z]|[A-Z]\d{7})$/.test(filled) && !/^0+$/.test(filled)
      ? { value: filled }
      : { error: "format" };
  },
);
