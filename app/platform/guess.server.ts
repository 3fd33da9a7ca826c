import type { Context } from "./context.server";
import { isolate } from "./i18n/isolate";
import { hashToken } from "./ids";
import { type Limit, takeAll } from "./rate-limits.server";
import { plainTyped } from "./typed";

/** What is looked for: a kind of secret, and the record that it opens where whoever asks must name one. */
export interface Secret {
  kind: "bill" | "case" | "case-code" | "kiosk" | "slip" | "floor";
  record?: string;
}

export type Guess<T> =
  | { kind: "right"; value: T }
  | { kind: "wrong" }
  /** Too many were wrong: nothing was looked up. The key of a text, with its values. */
  | { kind: "wait"; message: { key: string; values: Record<string, unknown> } };

type Guesser = Pick<Context, "limits" | "address" | "session" | "config">;

/**
 * Looks up what only those may find who know something of it: the one way to anything that could be guessed. Wrong tries
 * are counted by network, by session and by the record asked for; a right one counts for none of them.
 * @example await guess(context, { kind: "bill", record: reference }, () => findBill(house, register, reference, postcode));
 */
export async function guess<T>(
  { limits, address, session, config }: Guesser,
  { kind, record }: Secret,
  look: () => Promise<T | undefined>,
): Promise<Guess<T>> {
  const counts: [Limit, string][] = [[limits.guessNetwork, `${kind} ${address}`]];
  if (session) counts.push([limits.guessSession, `${kind} ${session.id}`]);
  if (record !== undefined) counts.push([limits.guessRecord, `${kind} ${nameOf(record)}`]);
  const taken = await takeAll(counts);
  if (taken.wait > 0) {
    const values = { count: Math.ceil(taken.wait / 60_000), phone: isolate(config.council.phone) };
    return { kind: "wait", message: { key: "pages:too-many-guesses", values } };
  }
  const value = await look();
  if (value === undefined) return { kind: "wrong" };
  if ("giveBack" in taken) await taken.giveBack();
  return { kind: "right", value };
}

/** One name for a record however it is written, of one length, that tells nothing of it. */
const nameOf = (record: string) =>
  hashToken(
    plainTyped(record.slice(0, 300))
      .toUpperCase()
      .replace(/[^\p{L}\p{N}]/gu, ""),
  );
