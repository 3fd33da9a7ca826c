/** The zeros of the scripts that people here write numbers in: Arabic, Persian and Urdu, Hindi, Bengali, Punjabi, Gujarati, Tamil, full-width. */
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0be6, 0xff10];

/** A number as typed, with the digits 0 to 9 and Arabic separators as a point and a comma. */
export function plainDigits(typed: string): string {
  const digits = typed.replace(/[^\d\P{Nd}]/gu, (digit) => {
    const code = digit.codePointAt(0)!;
    const zero = zeros.find((first) => code >= first && code < first + 10);
    return zero === undefined ? digit : String(code - zero);
  });
  return digits.replaceAll("\u066b", ".").replaceAll("\u066c", ",");
}
