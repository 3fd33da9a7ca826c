import { RateLimiterMemory } from "rate-limiter-flexible";

/** How often something may be tried, by name: [times, seconds]. */
const allowed = {
  /** Wrong passwords for one account. */
  signIn: [10, 15 * 60],
  /** Sign-ins, registrations and code requests from one address. */
  address: [60, 15 * 60],
  /** Messages of one kind to one mailbox. */
  mail: [5, 60 * 60],
  /** Invitations by one account, whatever it invites to: they go to strangers, in the council's name. */
  invitations: [30, 60 * 60],
  /** Guesses at one code. */
  code: [5, 15 * 60],
} as const;

export type RateLimits = Record<keyof typeof allowed, Limit>;
export interface Limit {
  /** Counts one more try. False: too many; wait. */
  take(key: string): Promise<boolean>;
  reset(key: string): Promise<void>;
}

/** Limits kept in this process's memory: with several nodes, each one allows as much. */
export function createRateLimits(on: boolean): RateLimits {
  return Object.fromEntries(
    Object.entries(allowed).map(([name, [points, duration]]) => {
      const limiter = new RateLimiterMemory({ points, duration });
      const limit: Limit = {
        take: async (key) =>
          !on ||
          limiter.consume(key).then(
            () => true,
            () => false,
          ),
        reset: async (key) => void (await limiter.delete(key)),
      };
      return [name, limit];
    }),
  ) as RateLimits;
}
