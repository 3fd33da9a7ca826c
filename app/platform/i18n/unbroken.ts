/**
 * Keeps a reference in one line within a sentence, where no element can stand around it: a word joiner after each hyphen.
 * It is for pages: what people copy from a message carries no invisible characters.
 */
export const unbroken = (reference: string): string => reference.replaceAll("-", "-\u2060");
