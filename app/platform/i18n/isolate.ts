/**
 * Keeps a name, a number or an address in its own order within a sentence of another direction, where no `bdi` can stand:
 * Unicode's first strong isolate.
 */
export const isolate = (text: string): string => `\u2068${text}\u2069`;
