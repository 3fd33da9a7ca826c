/** Chance that comes out the same each time: everything in the demo borough follows from one seed. */
export interface Random {
  /** 0 up to, but not, 1. */
  next(): number;
  /** A whole number, both ends included. */
  int(from: number, to: number): number;
  /** A number between two. */
  between(from: number, to: number): number;
  pick<T>(from: readonly T[]): T;
  /** True this share of the time, 0 to 1. */
  chance(share: number): boolean;
}

/** The generator mulberry32: 32 bits of state, good enough to scatter houses. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (from: number, to: number) => from + next() * (to - from);
  const int = (from: number, to: number) => Math.floor(between(from, to + 1));
  return { next, int, between, pick: (from) => from[int(0, from.length - 1)]!, chance: (share) => next() < share };
}
