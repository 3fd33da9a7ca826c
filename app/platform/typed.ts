import { plainDigits } from "./digits";

/**
 * What was sent as text, before anything else looks at it. What is longer than any answer is cut, and ends in "…", so
 * that it is never taken for the whole.
 */
export const takeTyped = (sent: string, most: number): string =>
  clean(sent.length > most ? `${sent.slice(0, most)}…` : sent);

/**
 * Text as it can be stored and shown: line ends as `\n`, no NUL and no other control characters (PostgreSQL refuses
 * NUL, mail and CSV would break on the rest), lone surrogates replaced.
 */
export const clean = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, "")
    .toWellFormed();

/**
 * What somebody typed or pasted, for a value that a machine reads: full-width forms, dashes, spaces and digits of other
 * keyboards as plain ones, and without the marks that nobody sees, such as those that a copied reference brings along.
 */
export const plainTyped = (typed: string): string =>
  plainDigits(typed.normalize("NFKC"))
    .replace(/[\p{Cf}\p{DI}\u2800]/gu, "")
    .replace(/[\p{Pd}\u2043\u2212]/gu, "-")
    .replace(/\s+/g, " ")
    .trim();

/** A code, a number plate, a number: in capitals, without the spaces, dashes and points by which people group it. */
export const bareTyped = (typed: string): string => plainTyped(typed).toUpperCase().replace(/[ .-]/g, "");

/** A number or code that others give out: in capitals, without spaces; its dashes and points may tell two apart. */
export const codeTyped = (typed: string): string => plainTyped(typed).toUpperCase().replaceAll(" ", "");

/** Letters and digits alone, in capitals: how references are compared that others write in many ways. */
export const lettersAndDigits = (typed: string): string =>
  plainTyped(typed)
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

/** An email address, by one rule wherever it is typed: what is taken in one place is the same address in every other. */
export const plainEmail = (typed: string): string =>
  plainTyped(typed)
    .replace(/ ?([@.]) ?/g, "$1")
    .toLowerCase();

/** A line of words, such as a name: empty where nothing of it can be seen; joiners and other marks within it stay. */
export const plainLine = (typed: string): string =>
  isBlank(typed)
    ? ""
    : typed
        .normalize("NFC")
        .replace(/[\s\p{Cc}]+/gu, " ")
        .trim();

/** What was typed or pasted in several lines, in one. */
export const inOneLine = (typed: string, separator = " "): string =>
  isBlank(typed)
    ? ""
    : typed
        .trim()
        .split("\n")
        .map((line) => line.trim())
        .filter(Boolean)
        .join(separator);

/** Text of several lines as it was typed: empty where nothing of it can be seen. */
export const plainText = (typed: string): string => (isBlank(typed) ? "" : typed.trim());

/** Whether nothing can be seen of a text: spaces, marks of direction, joiners, fillers. */
export const isBlank = (typed: string): boolean => !/[^\s\p{Cc}\p{DI}\p{Cf}\u2800]/u.test(typed);

/** The same password, though another device may send the same letters as other code points. */
export const plainPassword = (typed: string): string => typed.normalize("NFKC");

/** Words as they are looked for: small, without accents and other marks. */
export const foldedWords = (typed: string): string =>
  typed
    .normalize("NFKD")
    .replace(/[\p{M}\p{DI}]/gu, "")
    .toLowerCase();

const characters = new Intl.Segmenter("en", { granularity: "grapheme" });

/** The first characters of a text, each whole: an accent or a sign made of several is never cut in two. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  let end = 0;
  for (const { index, segment } of characters.segment(text.slice(0, most + 100))) {
    if (index + segment.length > most) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}
