import { expect, it } from "vitest";
import type { Surgery } from "~db/schema/directory";
import { nextSurgery } from "./surgeries";

const on = (weekday: number, week: Surgery["week"], until = "11:30"): Surgery => ({
  place: "Hall",
  weekday,
  week,
  from: "10:00",
  until,
});

it.each<[string, Surgery, string, string]>([
  ["the first of a month", on(2, 1), "2026-12-01T08:00:00Z", "2026-12-01"],
  ["until it is over", on(2, 1), "2026-12-01T11:29:00Z", "2026-12-01"],
  ["then next month's", on(2, 1), "2026-12-01T11:30:00Z", "2027-01-05"],
  ["the last, where there are five", on(5, 5), "2026-10-01T08:00:00Z", "2026-10-30"],
  ["the last, where there are four", on(5, 5), "2026-11-01T08:00:00Z", "2026-11-27"],
  ["by London's clock in summer", on(3, 2), "2026-07-08T10:30:00Z", "2026-08-12"],
  ["after midnight in London, though not in UTC", on(2, 2, "23:45"), "2026-06-30T23:30:00Z", "2026-07-14"],
  ["over the night when clocks go back", on(7, 4), "2026-10-25T01:30:00Z", "2026-10-25"],
  ["over the night when clocks go forward", on(7, 5), "2026-03-29T00:30:00Z", "2026-03-29"],
])("a surgery comes next on %s", (_when, surgery, now, date) => {
  expect(nextSurgery(surgery, new Date(now))).toBe(date);
});
