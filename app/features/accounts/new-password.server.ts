import type { House } from "../../platform/house.server";
import { cutText, plainPassword } from "../../platform/typed";
import type { Job } from "../../platform/work.server";
import type { Weighing } from "./weigh-password.worker";

const weigh: Job<Weighing, "fine" | "common" | "own"> = {
  file: "app/features/accounts/weigh-password.worker.ts",
  lane: "quick",
};
/** More than this is not looked at: a stranger says how long it is. */
const longest = { password: 100, word: 60, words: 24 };

/**
 * Whether a new password is one that guessers try first: from lists of stolen ones, a pattern, or what is known of its
 * owner and of the council. One that cannot be weighed
 * now is not taken: else a stranger who keeps the scales busy brings weak ones in. So they may be asked for a few from a
 * network only.
 * @returns a text key below `accounts:errors`
 */
export async function judgePassword(
  { work, config, limits, address }: House & { address: string },
  password: string,
  { name, email }: { name: string; email: string },
): Promise<"password-common" | "password-own" | "password-busy" | undefined> {
  if (!(await limits.weighings.take(address))) return "password-busy";
  const words = [name, email, config.council.name, "MyAccount"].flatMap(wordsOf).slice(0, longest.words);
  const weighed = await work.run(weigh, { password: plainPassword(cutText(password, longest.password)), words });
  if (!weighed.ok) return "password-busy";
  return weighed.value === "fine" ? undefined : `password-${weighed.value}`;
}

/** A text as a whole, what stands before the @, and its words, in lower case; a guesser leaves the short ones to the end. */
function wordsOf(text: string): string[] {
  const all = text.slice(0, 300).toLowerCase();
  const parts = all.split(/[^\p{L}\p{N}]+/u);
  return [all, ...all.split("@"), parts.join(""), ...parts]
    .filter((word) => word.length > 2)
    .map((word) => word.slice(0, longest.word));
}

/** What a page is answered with that shows errors: a password that could not be weighed is nobody's mistake. */
export const statusOf = (errors: Partial<Record<string, unknown>>): 400 | 503 =>
  errors["new-password"] === "password-busy" ? 503 : 400;
