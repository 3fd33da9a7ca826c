const isDigit = (code: number) => /\p{Nd}/u.test(String.fromCodePoint(code));

/** In Unicode the digits of a script stand together, 0 to 9. */
function digitOf(character: string): string {
  const code = character.codePointAt(0)!;
  let zero = code;
  while (isDigit(zero - 1)) zero -= 1;
  return String((code - zero) % 10);
}

/** A number as typed, with the digits 0 to 9 in place of those of any script, and Arabic separators as a point and commas. */
export const plainDigits = (typed: string): string =>
  typed
    .replace(/[^\d\P{Nd}]/gu, digitOf)
    .replaceAll("\u066b", ".")
    .replace(/[\u066c\u060c]/g, ",");
