import pino from "pino";

export type Log = pino.Logger;

/** The portal's log: JSON lines on standard output. What people typed, and who they are, never goes into it. */
export const createLog = (level: string): Log =>
  pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: describeError } });

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
