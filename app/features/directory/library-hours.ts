import { DateTime } from "luxon";
import { zone } from "~/platform/clock";
import type { Closure, Span, WeekHours } from "~db/schema/directory";

/** What is needed of a library to say when it is open. */
export interface Opening {
  hours: WeekHours;
  closures: Closure[];
}

/** How far ahead the next opening is looked for. */
const daysAhead = 60;

/** The spans of a calendar date, `YYYY-MM-DD`, and the closure that empties them, if one does. */
export function hoursOn({ hours, closures }: Opening, date: string): { spans: Span[]; closure?: Closure } {
  const closure = closures.find(({ from, until }) => from <= date && date <= until);
  if (closure) return { spans: [], closure };
  return { spans: hours[DateTime.fromISO(date, { zone }).weekday - 1] ?? [] };
}

/** Whether it is open at an instant, and until when. */
export function openAt(opening: Opening, instant: Date): { open: true; until: Date } | { open: false } {
  const today = DateTime.fromJSDate(instant, { zone }).toISODate()!;
  for (const span of hoursOn(opening, today).spans) {
    const [opens, closes] = instants(today, span);
    if (opens <= instant && instant < closes) return { open: true, until: closes };
  }
  return { open: false };
}

/** The next time it opens, strictly after an instant; undefined where it does not within 60 days. */
export function nextOpening(opening: Opening, instant: Date): { opensAt: Date; closesAt: Date } | undefined {
  const today = DateTime.fromJSDate(instant, { zone });
  for (let ahead = 0; ahead <= daysAhead; ahead++) {
    const date = today.plus({ days: ahead }).toISODate()!;
    for (const span of hoursOn(opening, date).spans) {
      const [opensAt, closesAt] = instants(date, span);
      if (opensAt > instant) return { opensAt, closesAt };
    }
  }
  return undefined;
}

function instants(date: string, span: Span): [Date, Date] {
  const at = (time: string) => DateTime.fromISO(`${date}T${time}`, { zone }).toJSDate();
  return [at(span[0]), at(span[1])];
}
