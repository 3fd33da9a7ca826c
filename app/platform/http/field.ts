import { takeTyped } from "../typed";

/** Characters of a field that are looked at: of one line, and of text of several lines. */
export const longest = { line: 2_000, text: 20_000 };

/**
 * What a form or an address holds under a name: an empty text where it holds none. The one place outside a service's
 * questions (`flow/form.ts`) that takes what was sent: nothing looks at it before it is cut.
 */
export function fieldOf(from: FormData | URLSearchParams, name: string, most = longest.line): string {
  const value = from.get(name);
  return typeof value === "string" ? takeTyped(value, most) : "";
}
