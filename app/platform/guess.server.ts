import type { Context } from "./context.server";
import { findDevice, rememberDevice } from "./device.server";
import { isolate } from "./i18n/isolate";
import { hashToken } from "./ids";
import { type Limit, takeAll, takeSlowed } from "./rate-limits.server";
import { plainTyped } from "./typed";

/** What is looked for: a kind of secret, and the record that it opens where whoever asks must name one beside it. */
export interface Secret {
  kind: "bill" | "case" | "case-code" | "kiosk" | "slip" | "floor" | "organisation-code";
  record?: string | undefined;
}

export type Guess<T> =
  | { kind: "right"; value: T }
  | { kind: "wrong" }
  /** Too many were wrong: nothing was looked up. The key of a text, with its values. */
  | { kind: "wait"; message: { key: string; values: Record<string, unknown> } };

type Guesser = Pick<
  Context,
  "limits" | "address" | "session" | "config" | "client" | "device" | "kiosk" | "keepDevice"
>;
type Taken = Awaited<ReturnType<typeof takeAll>>;

/**
 * Looks up what only those may find who know something of it: the one way to anything that could be guessed. Wrong tries
 * are counted by network, by session and by the record asked for; a right one counts for none of them. Strangers use up
 * no owner's tries: a browser that found the record before has its own, and past many wrong ones others are slowed only.
 * @example await guess(context, { kind: "bill", record: reference }, () => findBill(house, register, reference, postcode));
 */
export async function guess<T>(
  context: Guesser,
  { kind, record }: Secret,
  look: () => Promise<T | undefined>,
): Promise<Guess<T>> {
  const name = record === undefined ? undefined : `${kind} ${nameOf(record)}`;
  const device = name && findDevice(context, `found ${name}`);
  const taken = device
    ? await takeAll([[context.limits.guessOwnDevice, `${name} ${device}`]])
    : await takeOther(context, kind, name);
  if (taken.wait > 0) return { kind: "wait", message: waitMessage(context, taken.wait) };
  const value = await look();
  if (value === undefined) return { kind: "wrong" };
  if ("giveBack" in taken) await taken.giveBack();
  if (name && !device) rememberDevice(context, `found ${name}`);
  return { kind: "right", value };
}

/** Counts a try on a device that has not found the record before. */
async function takeOther({ limits, address, session, client }: Guesser, kind: string, name?: string): Promise<Taken> {
  const counts: [Limit, string][] = [[limits.guessNetwork, `${kind} ${address}`]];
  if (session) counts.push([limits.guessSession, `${kind} ${session.id}`]);
  // Staff answer for what they look up for somebody on the phone: they help whoever is slowed.
  if (!name || client) return takeAll(counts);
  const here = `${name} ${address}`;
  return takeSlowed([...counts, [limits.guessNearHour, here], [limits.guessNearDay, here]], {
    key: name,
    day: limits.guessRecordDay,
    slow: limits.guessRecordSlow,
  });
}

const hour = 60 * 60_000;

function waitMessage({ config }: Guesser, wait: number) {
  const phone = isolate(config.council.phone);
  if (wait > hour) return { key: "pages:too-many-guesses-today", values: { phone } };
  return { key: "pages:too-many-guesses", values: { count: Math.ceil(wait / 60_000), phone } };
}

/** One name for a record however it is written, of one length, that tells nothing of it. */
const nameOf = (record: string) =>
  hashToken(
    plainTyped(record.slice(0, 300))
      .toUpperCase()
      .replace(/[^\p{L}\p{N}]/gu, ""),
  );
