import { plainDigits } from "./digits";

/**
 * What somebody typed or pasted, for a value that a machine reads: full-width forms, dashes, spaces and digits of other
 * keyboards as plain ones, and without the marks that nobody sees, such as those that a copied reference brings along.
 */
export const plainTyped = (typed: string): string =>
  plainDigits(typed.normalize("NFKC"))
    .replace(/\p{Cf}/gu, "")
    .replace(/[\p{Pd}\u2212]/gu, "-")
    .replace(/\s/g, " ")
    .trim();

/** What was typed or pasted in several lines, in one. */
export const inOneLine = (typed: string, separator = " "): string =>
  typed
    .trim()
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .join(separator);
