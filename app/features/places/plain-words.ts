import { foldedWords } from "../../platform/typed";

/**
 * Text without what people leave out when they type: accents, case, apostrophes and other marks.
 * @returns words of letters and digits with one space between them
 * @example plainWords("St. Mary’s Road") // "st marys road"
 */
export function plainWords(text: string): string {
  return foldedWords(text)
    .replace(/['’ʼ]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
