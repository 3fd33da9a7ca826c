import { DateTime } from "luxon";
import { bankHolidays } from "~/platform/working-days";
import type { RoundBin } from "~db/schema/places";

/** Mondays of two neighbouring weeks: rounds of group a count their fortnights from the first. */
const anchors = { a: "2026-01-05", b: "2026-01-12" };
type Group = keyof typeof anchors;

export interface Round {
  id: string;
  weekday: number;
  bins: RoundBin[];
}

export const roundId = (weekday: number, group: Group): string => `round-${weekday}${group}`;

/** Two rounds for each weekday: in the week when one puts out rubbish, the other puts out recycling and garden waste. */
export function makeRounds(): Round[] {
  return [1, 2, 3, 4, 5].flatMap((weekday) =>
    (["a", "b"] as const).map((group) => ({ id: roundId(weekday, group), weekday, bins: binsOf(group) })),
  );
}

function binsOf(group: Group): RoundBin[] {
  const [own, other] = group === "a" ? [anchors.a, anchors.b] : [anchors.b, anchors.a];
  return [
    { bin: "rubbish", frequency: "fortnightly", anchor: own },
    { bin: "recycling", frequency: "fortnightly", anchor: other },
    { bin: "food", frequency: "weekly", anchor: own },
    { bin: "garden", frequency: "fortnightly", anchor: other },
  ];
}

export interface Change {
  id: string;
  normalDate: string;
  revisedDate: string;
  reason: "christmas" | "easter";
}

/** What crews make up by working on Saturdays, in the winter that begins in `year` and in the spring of `year`. */
export function makeChanges(year: number): Change[] {
  const easter = [...bankHolidays(year)].filter((date) => /-0[34]-/.test(date)).sort();
  const christmas = [
    ...[...bankHolidays(year)].filter((date) => date.slice(5, 7) === "12"),
    ...[...bankHolidays(year + 1)].filter((date) => date.slice(5, 7) === "01"),
    // Days of rest even on a weekend, when the bank holiday itself is put off.
    `${year}-12-25`,
    `${year}-12-26`,
    `${year + 1}-01-01`,
  ].sort();
  return [...movedDays(easter, "easter"), ...movedDays(christmas, "christmas")];
}

/** Each day's work moves to the first day that is free: not a day of rest, not a Sunday, not taken by the day before. */
function movedDays(rest: string[], reason: Change["reason"]): Change[] {
  const changes: Change[] = [];
  let free = rest[0]!;
  for (let normal = rest[0]!; normal <= rest.at(-1)! || free > normal; normal = plusDay(normal)) {
    if (weekday(normal) > 5) continue;
    let revised = free > normal ? free : normal;
    while (rest.includes(revised) || weekday(revised) === 7) revised = plusDay(revised);
    if (revised !== normal) changes.push({ id: `all-${normal}`, normalDate: normal, revisedDate: revised, reason });
    free = plusDay(revised);
  }
  return changes;
}

const day = (date: string) => DateTime.fromISO(date, { zone: "utc" });
const weekday = (date: string) => day(date).weekday;
export const plusDay = (date: string, days = 1): string => day(date).plus({ days }).toISODate()!;
