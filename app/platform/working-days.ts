import Holidays from "date-holidays";
import { calendarDate } from "./clock";

const calendar = new Holidays("GB", "ENG", { types: ["public", "bank"] });
const byYear = new Map<number, Set<string>>();

/** Bank holidays of England and Wales in a year, as calendar dates. */
export function bankHolidays(year: number): Set<string> {
  let dates = byYear.get(year);
  if (!dates) {
    dates = new Set(
      calendar
        .getHolidays(year)
        .filter((day) => day.substitute || isWeekday(day.date))
        .map((day) => day.date.slice(0, 10)),
    );
    byYear.set(year, dates);
  }
  return dates;
}

/** Calendar dates are reckoned with in UTC, where every day has 24 hours. */
const dayMs = 24 * 60 * 60 * 1000;
const isWeekday = (date: string) => (new Date(date.slice(0, 10)).getUTCDay() + 6) % 7 < 5;
const nextDay = (date: string) => new Date(Date.parse(date) + dayMs).toISOString().slice(0, 10);
const dayBefore = (date: string) => new Date(Date.parse(date) - dayMs).toISOString().slice(0, 10);

/** Monday to Friday, less the bank holidays of England and Wales. */
export function isWorkingDay(date: string): boolean {
  return isWeekday(date) && !bankHolidays(Number(date.slice(0, 4))).has(date);
}

/**
 * The calendar date `days` working days after an instant; the day of the instant itself does not count.
 * @param days whole working days, 0 or more. 0 gives the same day, or the next working day.
 */
export function addWorkingDays(from: Date, days: number): string {
  return workingDaysAfter(calendarDate(from), days);
}

/** The same from a calendar date. */
export function workingDaysAfter(start: string, days: number): string {
  const question = `${start} ${days}`;
  const known = counted.get(question);
  if (known) return known;
  let date = start;
  let left = days;
  while (left > 0 || !isWorkingDay(date)) {
    date = nextDay(date);
    if (left > 0 && isWorkingDay(date)) left--;
  }
  if (counted.size >= mostCounted) counted.clear();
  counted.set(question, date);
  return date;
}

/** The calendar date `days` working days before another, which itself does not count. */
export function workingDaysBefore(date: string, days: number): string {
  let before = date;
  for (let left = days; left > 0; ) {
    before = dayBefore(before);
    if (isWorkingDay(before)) left--;
  }
  return before;
}

/** What was counted before: every page with a promise asks for the same few dates all day. */
const counted = new Map<string, string>();
const mostCounted = 500;
