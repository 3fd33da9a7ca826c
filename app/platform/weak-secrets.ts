/** Words of examples and of haste: no generator writes them. */
const words = /change.?me|example|secret|password|replace|your.?key|\.\.\./i;

/**
 * What makes a secret easy to guess; undefined where nothing is seen. It knows what people type in haste, and cannot
 * know whether the rest was left to chance.
 */
export function findWeakness(secret: string): string | undefined {
  if (secret.length < 32) return "it is shorter than 32 characters";
  if (words.test(secret)) return "it holds a word of an example";
  if (new Set(secret).size < 10 || repeats(secret)) return "it repeats itself";
  if (counts(secret)) return "its characters follow each other as in the alphabet";
  return undefined;
}

/** Whether it is one piece again and again, of up to half its length. */
function repeats(secret: string): boolean {
  for (let piece = 1; piece <= secret.length / 2; piece++) if (secret.startsWith(secret.slice(piece))) return true;
  return false;
}

/** Whether most characters are the neighbour of the one before. */
function counts(secret: string): boolean {
  const codes = [...secret].map((character) => character.codePointAt(0)!);
  const steps = codes.slice(1).filter((code, at) => Math.abs(code - codes[at]!) === 1);
  return steps.length > secret.length / 2;
}
