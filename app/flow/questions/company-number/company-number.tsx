import { readCompanyNumber } from "../../../platform/organisation-numbers";
import { lineKind } from "../single-line/single-line";

export const companyNumber = lineKind<"company-number">(
  { autoComplete: "off", spellCheck: false, autoCapitalize: "characters", ltr: true, classes: "govuk-input--width-10" },
  (typed) => {
    const value = readCompanyNumber(typed);
    return value ? { value } : { error: "format" };
  },
);
