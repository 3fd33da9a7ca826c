import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { addWorkingDays, bankHolidays, isWorkingDay } from "./working-days";

describe("working days", () => {
  it.each([
    ["2026-11-18T10:00:00Z", 1, "2026-11-19", "the next day"],
    ["2026-11-20T10:00:00Z", 1, "2026-11-23", "over a weekend"],
    ["2026-12-23T10:00:00Z", 2, "2026-12-29", "over Christmas, whose second day moves to Monday"],
    ["2026-04-02T10:00:00Z", 1, "2026-04-07", "over Easter"],
    ["2026-11-21T10:00:00Z", 0, "2026-11-23", "from a Saturday, without a day"],
    ["2026-06-10T23:30:00Z", 1, "2026-06-12", "after midnight in London, though not in UTC"],
    ["2026-03-27T12:00:00Z", 1, "2026-03-30", "over the change of the clocks"],
  ])("from %s, %i days: %s, %s", (from, days, expected) => {
    expect(addWorkingDays(new Date(from), days)).toBe(expected);
  });

  it("knows a bank holiday that stands in for a weekend", () => {
    expect(isWorkingDay("2027-12-27")).toBe(false);
    expect(isWorkingDay("2027-12-29")).toBe(true);
  });

  const published = "../shared/data/bank-holidays.json";
  it.skipIf(!existsSync(published))(
    "has the holidays that GOV.UK publishes (skipped where ../shared is absent)",
    () => {
      const { events } = JSON.parse(readFileSync(published, "utf8"))["england-and-wales"] as {
        events: { date: string }[];
      };
      const years = [...new Set(events.map(({ date }) => Number(date.slice(0, 4))))];
      expect(years.length).toBeGreaterThan(5);
      for (const year of years) {
        const wanted = events.map(({ date }) => date).filter((date) => date.startsWith(String(year)));
        expect([...bankHolidays(year)].sort(), String(year)).toEqual(wanted.sort());
      }
    },
  );
});
