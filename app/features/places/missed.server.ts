import { calendarDate, clockTime } from "~/platform/clock";
import type { Database } from "~/platform/db/database.server";
import { workingDaysBefore } from "~/platform/working-days";
import type { BinKind } from "~db/schema/places";
import { type CollectionDay, collectionsFor } from "./collections.server";

/** One bin that was to be emptied on one day. */
export interface Collection {
  date: string;
  bin: BinKind;
}

/** What somebody can say now of the collections of an address that were missed. */
export interface MissedView {
  /** Those that the crew can still come back for, latest first. */
  open: Collection[];
  /** Today's, while the crew may still come. */
  today: CollectionDay[];
  /** Those of the last weeks that it is too late to report, latest first. */
  late: CollectionDay[];
  /** The next ones after today. */
  next: CollectionDay | undefined;
}

export interface MissedTerms {
  /** The time of day, such as `18:00`, until which the crew may come. */
  until: string;
  /** For how many working days after its day the crew comes back for a collection. */
  workingDays: number;
}

/** How far back and ahead collections are looked for, in days. */
const daysBack = 14;
const daysAhead = 21;

/** Sorts an address's collections by what can be done about them at an instant. */
export async function findMissed(
  db: Database,
  addressId: string,
  now: Date,
  { until, workingDays }: MissedTerms,
): Promise<MissedView> {
  const today = calendarDate(now);
  const from = shift(today, -daysBack);
  const days = await collectionsFor(db, addressId, { from, days: daysBack + daysAhead + 1 });
  const isOver = clockTime(now) >= until;
  const earliest = workingDaysBefore(today, workingDays);
  const past = days.filter(({ date }) => date < today || (date === today && isOver)).reverse();
  return {
    open: past
      .filter(({ date }) => date >= earliest)
      .flatMap(({ date, bins }) => bins.map((bin): Collection => ({ date, bin }))),
    today: isOver ? [] : days.filter(({ date }) => date === today),
    late: past.filter(({ date }) => date < earliest),
    next: days.find(({ date }) => date > today),
  };
}

const shift = (date: string, days: number) =>
  new Date(Date.parse(date) + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
