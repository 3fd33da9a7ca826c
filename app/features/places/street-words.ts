import { plainWords } from "./plain-words";

/** Words of street names that people shorten, each with its ways of writing. */
const ways = [
  ["road", "rd"],
  ["street", "st", "str"],
  ["lane", "ln"],
  ["avenue", "ave", "av"],
  ["close", "cl"],
  ["drive", "dr"],
  ["court", "ct", "crt"],
  ["crescent", "cres", "cr"],
  ["gardens", "gdns", "gdn", "garden"],
  ["grove", "gr", "gro"],
  ["place", "pl"],
  ["square", "sq"],
  ["terrace", "terr", "ter", "tce"],
  ["way", "wy"],
  ["parade", "pde"],
  ["walk", "wlk"],
  ["mews", "ms"],
  ["rise"],
  ["row"],
  ["yard", "yd"],
  ["passage", "psge"],
  ["heol", "hl"],
  ["ffordd", "ffd"],
  ["stryd", "str"],
  ["lon"],
];
/** Words that are shortened too, but tell a street from others. */
const tellingWays = [
  ["saint", "st", "sant", "snt"],
  ["saints", "ss", "sts"],
  ["great", "gt"],
  ["little", "lt"],
  ["upper", "upr"],
  ["lower", "lwr"],
  ["mount", "mt"],
  ["park", "pk"],
  ["green", "grn"],
  ["north", "n"],
  ["south", "s"],
  ["east", "e"],
  ["west", "w"],
  ["and", "n"],
];
/** What people add to a street that is not its name. */
const added =
  "flat unit apartment apt room floor block house no number the of off on near at in by opposite outside corner";

const waysOf = new Map<string, string[]>();
for (const group of [...ways, ...tellingWays])
  for (const word of group) waysOf.set(word, [...new Set([...(waysOf.get(word) ?? []), ...group])]);
const kinds = new Set(ways.flat());
const idle = new Set(added.split(" "));

/** Whether a word says what kind of street it is. */
export const isKind = (word: string): boolean => kinds.has(word) && word !== "st";

/** The ways in which a word of a street's name may be written: "Ave" is also "Avenue". */
export const spellingsOf = (word: string): string[] => waysOf.get(word) ?? [word];

/** The words of what was typed: all, and those that tell which street is meant. */
export function wordsOfStreet(typed: string, mostWords: number) {
  const all = plainWords(typed).split(" ").filter(Boolean).slice(0, mostWords);
  const named = all.filter((word) => !idle.has(word) && !/\p{N}/u.test(word));
  const telling = named.filter((word) => !isKind(word));
  return { all, telling: telling.length > 0 ? telling : named };
}
