import { lineKind } from "../single-line/single-line";

/** A person's whole name in one field: one word or many, in any script. */
export const name = lineKind<"name">(
  { autoComplete: "name", spellCheck: false, classes: "govuk-!-width-two-thirds" },
  (typed) => (typed.length > 200 ? { error: "too-long", values: { max: 200 } } : { value: typed }),
);
