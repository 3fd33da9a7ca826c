import { fix, toNormalised } from "postcode";
import { bareTyped } from "../../platform/typed";

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
