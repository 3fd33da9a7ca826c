/** Whether everything is tried, everywhere: `npm run soak`, before a release. */
export const isSoak = Boolean(process.env["SOAK"]);

let offset = 0;

/**
 * Some of what is tried: one of `each`, beginning at another one with each call, so that calls cover all of them
 * together. In a soak it is all of them.
 */
export function someOf<T>(all: readonly T[], each: number): readonly T[] {
  if (isSoak) return all;
  const first = offset++ % each;
  return all.filter((_, index) => index % each === first);
}
