import type { Words } from "./words";

/** A question alone on its page is the page's h1, as its label or legend. */
export const labelOf = (words: Words, isHeading: boolean) => ({
  text: words.label,
  isPageHeading: isHeading,
  classes: isHeading ? "govuk-label--l" : "govuk-label--s",
});

export const legendOf = (words: Words, isHeading: boolean) => ({
  text: words.label,
  isPageHeading: isHeading,
  classes: isHeading ? "govuk-fieldset__legend--l" : "govuk-fieldset__legend--s",
});

export const hintOf = (words: Words) => (words.hint ? { text: words.hint } : undefined);
