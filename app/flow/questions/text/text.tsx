import { lineKind } from "../single-line/single-line";

const widths = { short: "govuk-input--width-10", half: "govuk-!-width-one-half", full: "" };

/** A line of any text. */
export const text = lineKind<"text">(
  (question) => ({ autoComplete: question.autocomplete, classes: widths[question.width] }),
  (typed, question) =>
    typed.length > question.maxLength ? { error: "too-long", values: { max: question.maxLength } } : { value: typed },
);
