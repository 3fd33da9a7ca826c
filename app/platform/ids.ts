import { createHmac, hash, randomBytes, randomInt } from "node:crypto";
import { v7 } from "uuid";
import { bareTyped } from "./typed";

/**
 * A new id for a row: a UUID of version 7 (RFC 9562, section 5.7). New rows stand together in their indexes, so that a
 * commit writes fewer pages. It is no secret: whoever knows an id may do no more for it.
 */
export const newId = (): string => v7();

/** A secret for a cookie or a link: 32 random bytes, base64url. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** What the database keeps of a secret. */
export const hashToken = (token: string): string => hash("sha256", token, "hex");

/**
 * What the database keeps of a code that is short enough to be guessed: without the portal's secret nobody can try it.
 * @param what the code, with what it opens
 */
export const hashCode = (secret: string, what: string): string =>
  createHmac("sha256", secret).update(what).digest("hex");

/** Letters and digits that cannot be taken for one another, and no vowels, so that no words come about. 29 is a prime. */
const alphabet = "23456789BCDFGHJKLMNPQRSTVWXYZ";
const length = 8;
const codeLength = 11;

/**
 * A new reference, such as `7K4-M2Q-9XY`: eight random characters and a check character.
 * The check is a weighted sum modulo 29, so any one wrong character and any swap of two neighbours is found.
 */
export const newReference = (): string => referenceOf(Array.from({ length }, () => randomInt(alphabet.length)));

/** The reference that pages show as an example: it is read as any other, and nothing ever gets it. */
export const exampleReference = "7K4-M2Q-9XY";

/** The reference that numbers make, eight of them: the same ones make the same one. */
export function referenceOf(numbers: Iterable<number>): string {
  const first = [...numbers].slice(0, length);
  const body = first.map((number) => alphabet[number % alphabet.length]).join("");
  const made = grouped(body + checkCharacter(body));
  return made === exampleReference ? referenceOf(first.map((number) => number + 1)) : made;
}

/** A short id for a URL that people see: ten small letters and digits. */
export const newShortId = (): string =>
  Array.from({ length: 10 }, () => alphabet[randomInt(alphabet.length)])
    .join("")
    .toLowerCase();

/** A new code for somebody to copy from a letter, such as `7K4-M2Q-9XD-8RT`: eleven random characters and a check. */
export function newCode(): string {
  const body = Array.from({ length: codeLength }, () => alphabet[randomInt(alphabet.length)]).join("");
  return grouped(body + checkCharacter(body));
}

/** The reference as it is stored, from whatever somebody typed; undefined where it cannot be one. */
export const readReference = (typed: string): string | undefined => readChecked(typed, length);

/** The code of a letter, the same way: a slip of the pen is told from a guess. */
export const readCode = (typed: string): string | undefined => readChecked(typed, codeLength);

function readChecked(typed: string, length: number): string | undefined {
  if (typed.length > 100) return undefined;
  const bare = bareTyped(typed);
  if (bare.length !== length + 1 || [...bare].some((character) => !alphabet.includes(character))) return undefined;
  return checkCharacter(bare.slice(0, length)) === bare[length] ? grouped(bare) : undefined;
}

const grouped = (bare: string) => bare.replace(/(.{3})(?=.)/g, "$1-");

function checkCharacter(body: string): string {
  const sum = [...body].reduce((total, character, index) => total + alphabet.indexOf(character) * (index + 2), 0);
  return alphabet[sum % alphabet.length]!;
}
