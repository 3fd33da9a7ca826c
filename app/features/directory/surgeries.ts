import { DateTime } from "luxon";
import { zone } from "~/platform/clock";
import type { Surgery } from "~db/schema/directory";

/** The calendar date of a surgery that comes next: today's counts until it is over. */
export function nextSurgery(surgery: Surgery, now: Date): string {
  const local = DateTime.fromJSDate(now, { zone });
  const month = local.startOf("month");
  const date = dateIn(month, surgery);
  const isOver = `${date} ${surgery.until}` <= local.toFormat("yyyy-MM-dd HH:mm");
  return isOver ? dateIn(month.plus({ months: 1 }), surgery) : date;
}

/** The date in a month: its first to fourth such weekday, or its last. */
function dateIn(month: DateTime, { weekday, week }: Surgery): string {
  const first = month.plus({ days: (weekday - month.weekday + 7) % 7 });
  const date = week < 5 ? first.plus({ weeks: week - 1 }) : lastOf(first);
  return date.toISODate()!;
}

const lastOf = (first: DateTime) => {
  const fifth = first.plus({ weeks: 4 });
  return fifth.month === first.month ? fifth : first.plus({ weeks: 3 });
};
