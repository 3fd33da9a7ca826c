import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { Config } from "./config.server";
import type { Database } from "./db/database.server";
import { hashToken } from "./ids";
import type { Log } from "./log.server";
import { sharedLimiter } from "./shared-limiter.server";

/** How often something may be tried, by name: [times, seconds]. */
const allowed = {
  /** Wrong passwords for one account from one network: the waits grow. */
  signInMinute: [5, 60],
  signInQuarter: [10, 15 * 60],
  signInHour: [20, 60 * 60],
  /** Wrong passwords for one account, from wherever they come, until they get through one by one. */
  signInDay: [100, 24 * 60 * 60],
  signInSlow: [1, 30],
  /** Wrong passwords for one account on a device that has signed in to it before. */
  ownDevice: [10, 15 * 60],
  /** Sign-ins, registrations and code requests from one address. */
  address: [60, 15 * 60],
  /** New passwords that are weighed for one address. */
  weighings: [60, 15 * 60],
  /** Messages of one kind to one mailbox. */
  mail: [5, 60 * 60],
  /** Messages that anybody can have sent, to one address that they have not proved to be theirs. */
  strangerAddress: [10, 24 * 60 * 60],
  /** The same, from one network. */
  strangerNetwork: [60, 60 * 60],
  /** The same, from everybody: more than a borough's busiest hour. */
  strangerAll: [3000, 60 * 60],
  /** Invitations by one account, whatever it invites to: they go to strangers, in the council's name. */
  invitations: [30, 60 * 60],
  /** Letters on paper that anybody can have sent to where they say, from one network, and from everybody. */
  letterNetwork: [20, 24 * 60 * 60],
  letterAll: [200, 24 * 60 * 60],
  /** Wrong guesses at secrets of one kind, from one network: a library's or a mobile company's has many people in it. */
  guessNetwork: [30, 15 * 60],
  guessSession: [10, 15 * 60],
  /** Wrong guesses at one record from one network. */
  guessNearHour: [10, 60 * 60],
  guessNearDay: [20, 24 * 60 * 60],
  /** Wrong guesses at one record, from wherever they come, until they get through one by one. */
  guessRecordDay: [100, 24 * 60 * 60],
  guessRecordSlow: [1, 10 * 60],
  /** Wrong guesses at one record on a device that has found it before. */
  guessOwnDevice: [10, 60 * 60],
  /** Entries in the audit of one kind about one subject, where anybody can bring them about. */
  securityEvents: [20, 60 * 60],
  /** Drafts, and forms kept until somebody has signed in, that guests begin from one network, and in all: more than a borough's busiest hour. */
  begunNetwork: [300, 60 * 60],
  begunAll: [5000, 60 * 60],
  /** Kilobytes of typed text from one network, and in all, beyond what people type. */
  textsNetwork: [10_000, 60 * 60],
  textsAll: [100_000, 60 * 60],
  /** Kilobytes of files that one person, and one network, may bring; how many is a setting. */
  uploadSession: [100_000, 24 * 60 * 60],
  uploadNetwork: [1_000_000, 24 * 60 * 60],
} as const;

type Name = keyof typeof allowed;
export type RateLimits = Record<Name, Limit>;
export interface Limit {
  /** Counts one more try, or several at once. False: too many; wait. */
  take(key: string, times?: number): Promise<boolean>;
  /** The same, for those who say how long: milliseconds to wait, 0 where it may go on. */
  wait(key: string, times?: number): Promise<number>;
  /** Takes back what was counted: it was a right try. */
  giveBack(key: string, times?: number): Promise<void>;
  reset(key: string): Promise<void>;
}

/**
 * Counts one try, or several at once, against several limits, or none where one of them says wait.
 * @returns how long, in milliseconds, and at which; without it, how to take the try back
 */
export async function takeAll(
  counts: [Limit, string][],
  times = 1,
): Promise<{ wait: number; at: Limit } | { wait: 0; giveBack: () => Promise<void> }> {
  const taken: typeof counts = [];
  const giveBack = async () => void (await Promise.all(taken.map(([limit, key]) => limit.giveBack(key, times))));
  for (const [limit, key] of counts) {
    const wait = await limit.wait(key, times);
    if (wait > 0) {
      // Much was asked for at once: less may still be taken.
      if (times > 1) await limit.giveBack(key, times);
      await giveBack();
      return { wait, at: limit };
    }
    taken.push([limit, key]);
  }
  return { wait: 0, giveBack };
}

/**
 * Counts a try of somebody unknown at a record: against limits near to whoever tries, then against all unknown tries of
 * the day together. Past that day's number nobody is shut out: they get through slowly.
 * @returns as {@link takeAll}
 */
export async function takeSlowed(
  near: [Limit, string][],
  { key, day, slow }: { key: string; day: Limit; slow: Limit },
): Promise<Awaited<ReturnType<typeof takeAll>>> {
  const taken = await takeAll(near);
  if (!("giveBack" in taken)) return taken;
  const isBusy = (await day.wait(key)) > 0;
  const wait = isBusy ? await slow.wait(key) : 0;
  if (wait > 0) {
    await taken.giveBack();
    return { wait, at: slow };
  }
  return { wait: 0, giveBack: async () => void (await Promise.all([taken.giveBack(), day.giveBack(key)])) };
}

/**
 * Limits that all nodes share where the database is one that several nodes can have; else this process's memory keeps
 * them. Where the database does not answer, memory does meanwhile: nobody is kept out by that.
 */
export function createRateLimits(
  on: boolean,
  shared?: { db: Database; log: Log },
  times: Partial<Record<Name, number>> = {},
): RateLimits {
  return Object.fromEntries(
    Object.entries(allowed).map(([name, [usual, duration]]) => {
      const points = times[name as Name] ?? usual;
      const memory = new RateLimiterMemory({ keyPrefix: name, points, duration });
      const limiter = (on && shared && sharedLimiter(shared, memory)) || memory;
      const wait = async (key: string, times = 1) => {
        if (!on) return 0;
        try {
          await limiter.consume(hashToken(key), times);
          return 0;
        } catch (over) {
          if (over instanceof RateLimiterRes) return Math.max(over.msBeforeNext, 1);
          throw over;
        }
      };
      const limit: Limit = {
        wait,
        take: async (key, times) => (await wait(key, times)) === 0,
        giveBack: async (key, times = 1) => void (on && (await limiter.reward(hashToken(key), times))),
        reset: async (key) => void (on && (await limiter.delete(hashToken(key)))),
      };
      return [name, limit];
    }),
  ) as RateLimits;
}

/** The limits that are settings. */
export const limitsOf = ({ uploads }: Pick<Config, "uploads">): Partial<Record<Name, number>> => ({
  uploadSession: uploads.session * 1000,
  uploadNetwork: uploads.network * 1000,
});
