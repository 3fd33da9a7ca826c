/**
 * Text without what people leave out when they type: accents, case, apostrophes and other marks.
 * @returns words of letters and digits with one space between them
 * @example plainWords("St. Mary’s Road") // "st marys road"
 */
export function plainWords(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\p{M}'’ʼ]/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
