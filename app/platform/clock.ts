import { DateTime } from "luxon";

/** The one source of "now". Tests hand in their own. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** The zone that people in the council's area live by. */
export const zone = "Europe/London";

const quarterHour = 15 * 60 * 1000;
let last = { quarter: Number.NaN, date: "" };

/** The calendar date, `YYYY-MM-DD`, of an instant in Europe/London. Days change on the hour: within a quarter it is kept. */
export function calendarDate(instant: Date): string {
  const quarter = Math.floor(instant.getTime() / quarterHour);
  if (quarter !== last.quarter) last = { quarter, date: DateTime.fromJSDate(instant, { zone }).toISODate()! };
  return last.date;
}

/** The time of day, `HH:mm`, that clocks in Europe/London show at an instant. */
export const clockTime = (instant: Date): string => DateTime.fromJSDate(instant, { zone }).toFormat("HH:mm");

/** A clock that tests move by hand. */
export function fixedClock(
  start: string | Date,
): Clock & { set(instant: string | Date): void; advance(ms: number): void } {
  let now = new Date(start);
  return {
    now: () => new Date(now),
    set: (instant) => {
      now = new Date(instant);
    },
    advance: (ms) => {
      now = new Date(now.getTime() + ms);
    },
  };
}
