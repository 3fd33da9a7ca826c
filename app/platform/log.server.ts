import pino from "pino";

export type Log = pino.Logger;

/** The portal's log: JSON lines on standard output. What people typed, and who they are, never goes into it. */
export const createLog = (level: string): Log =>
  pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime });
