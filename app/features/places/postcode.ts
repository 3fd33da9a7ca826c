import { fix, toNormalised } from "postcode";
import { bareTyped, plainTyped } from "../../platform/typed";

/**
 * A postcode as it is stored, upper case with one space, from whatever somebody typed.
 * Spaces, hyphens and full stops anywhere, lower case and full-width letters are forgiven.
 * @example readPostcode(" bk1-2ab") // "BK1 2AB"
 * @returns undefined where it has not the form of a postcode
 */
export function readPostcode(typed: string): string | undefined {
  if (typed.length > 40) return undefined;
  return toNormalised(fix(bareTyped(typed))) ?? undefined;
}

/**
 * A postcode that stands in what somebody typed, and the rest of it.
 * @example splitPostcode("14 Mill Lane, bk1 2ab") // { postcode: "BK1 2AB", rest: "14 Mill Lane" }
 */
export function splitPostcode(typed: string): { postcode: string | undefined; rest: string } {
  const whole = readPostcode(typed);
  if (whole) return { postcode: whole, rest: "" };
  const words = plainTyped(typed)
    .split(/[\s,;]/)
    .filter(Boolean);
  // Beside other words nothing is put right: "14 Mill" is no postcode.
  for (let at = words.length - 1; at >= 0; at--)
    for (const length of [2, 1]) {
      const part = words.slice(at, at + length);
      const postcode = part.length === length ? toNormalised(bareTyped(part.join(""))) : null;
      if (postcode) return { postcode, rest: words.toSpliced(at, length).join(" ") };
    }
  return { postcode: undefined, rest: typed };
}
