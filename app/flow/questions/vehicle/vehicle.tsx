import { bareTyped } from "../../../platform/typed";
import { lineKind } from "../single-line/single-line";

/**
 * A vehicle's registration number. Besides the British formats of any age, marks of other countries and cherished
 * ones must pass: 1 to 10 letters and digits.
 */
export const vehicle = lineKind<"vehicle">(
  { autoComplete: "off", spellCheck: false, autoCapitalize: "characters", ltr: true, classes: "govuk-input--width-10" },
  (typed) => {
    const bare = bareTyped(typed);
    return /^[\p{Lu}\p{Lo}0-9]{1,10}$/u.test(bare) ? { value: bare } : { error: "format" };
  },
  (kept) => [kept.replace(/^([A-Z]{2}\d{2})([A-Z]{3})$/, "$1 $2")],
);
