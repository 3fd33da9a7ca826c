import pino from "pino";

export type Log = pino.Logger;

/**
 * Lines leave together: a write of its own for each costs a tenth of a page. They are half a second late at the most, and
 * a process that ends writes what is left; one that is killed loses them.
 */
const output = () => pino.destination({ dest: 1, sync: false, minLength: 16_000, periodicFlush: 500 });
let shared: ReturnType<typeof output> | undefined;

/** The portal's log: JSON lines on standard output. What people typed, and who they are, never goes into it. */
export function createLog(level: string): Log {
  const settings = { level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime };
  shared ??= output();
  return pino({ ...settings, serializers: { err: describeError } }, shared);
}

/** An error without the values of a failed query, which its message and its properties repeat. */
export function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: typeof error };
  const { code } = error as { code?: string };
  const cause = error.cause instanceof Error ? describeError(error.cause) : undefined;
  return {
    type: error.name,
    message: withoutValues(error.message),
    stack: withoutValues(error.stack ?? ""),
    code,
    cause,
  };
}

/** Drizzle puts the values on a line of their own; a stack goes on behind them. */
const withoutValues = (text: string) => text.replace(/\nparams: [\s\S]*?(?=\n {4}at |$)/, "\nparams: …");
