import { codeTyped } from "../../../platform/typed";
import { lineKind } from "../single-line/single-line";

const widths = { short: "govuk-input--width-10", half: "govuk-!-width-one-half", full: "" };

const code = { autoComplete: "off", spellCheck: false, autoCapitalize: "characters", ltr: true };

/** A line of any text, or a code that is the same code however it is typed. */
export const text = lineKind<"text">(
  ({ reads, autocomplete, width }) => ({
    ...(reads === "code" ? code : { autoComplete: autocomplete }),
    classes: widths[width],
  }),
  (typed, { reads, maxLength }) => {
    const read = reads === "code" ? codeTyped(typed) : typed;
    return read.length > maxLength ? { error: "too-long", values: { max: maxLength } } : { value: read };
  },
);
