import ICAL from "ical.js";
import { beforeAll, describe, expect, it } from "vitest";
import { fixedClock } from "../../platform/clock";
import { copySqlite } from "../../platform/db/testing.server";
import type { House } from "../../platform/house.server";
import { createTestHouse } from "../../testing/portal.server";
import type { BookingView } from "./booking-view.server";
import { calendarFile } from "./calendar.server";
import { makeSlots } from "./timetable";

describe("a booking's calendar file", () => {
  let house: House;
  beforeAll(async () => {
    house = createTestHouse(await copySqlite(), { clock: fixedClock("2026-05-01T08:00:00Z") });
  });
  const booking: BookingView = {
    id: "b1",
    caseId: "c1",
    resourceId: "advisor",
    place: "Civic Centre",
    address: "1 Square; Brackenford, BK1 1AA",
    unit: "time",
    start: new Date("2026-05-14T13:30:00Z"),
    end: new Date("2026-05-14T14:00:00Z"),
    state: "booked",
    changes: 0,
  };
  const about = { title: "Appointment with an advisor", url: "https://portal.example/cases/7K4", lng: "en" as const };
  /** The lines of the file, folded ones joined, as `NAME;PARAMS:value` pairs of its one event. */
  const parse = (file: string) => {
    const lines = file.replace(/\r\n[ \t]/g, "").split("\r\n");
    const event = lines.slice(lines.indexOf("BEGIN:VEVENT") + 1, lines.indexOf("END:VEVENT"));
    const fields = event.map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1)] as const);
    return { lines, fields: Object.fromEntries(fields) };
  };

  it("says the time in London, with London's rules beside it", () => {
    const { lines, fields } = parse(calendarFile(house, booking, about).content);
    expect(lines[0]).toBe("BEGIN:VCALENDAR");
    expect(lines).toContain("METHOD:PUBLISH");
    expect(lines).toContain("TZID:Europe/London");
    expect(lines.filter((line) => line === "END:VTIMEZONE")).toHaveLength(1);
    expect(fields).toMatchObject({
      "DTSTART;TZID=Europe/London": "20260514T143000",
      "DTEND;TZID=Europe/London": "20260514T150000",
      SUMMARY: "Appointment with an advisor",
      // It is nine in London.
      DTSTAMP: "20260501T080000Z",
      STATUS: "CONFIRMED",
      LOCATION: "Civic Centre\\, 1 Square\\; Brackenford\\, BK1 1AA",
    });
  });

  it("replaces the entry at each change, and removes it where it is cancelled", () => {
    const read = (change: Partial<BookingView>) => {
      const { method, content } = calendarFile(house, { ...booking, ...change }, about);
      const calendar = new ICAL.Component(ICAL.parse(content) as unknown[]);
      expect(calendar.getFirstPropertyValue("method")).toBe(method);
      const component = calendar.getFirstSubcomponent("vevent")!;
      const { uid, sequence, startDate, organizer } = new ICAL.Event(component);
      const status = component.getFirstPropertyValue("status");
      return { method, uid, sequence, organizer, status, start: startDate.toJSDate().toISOString() };
    };
    const first = read({});
    const { start, uid } = first;
    const organizer = "mailto:myaccount@brackenford.example";
    expect(first).toMatchObject({ method: "PUBLISH", sequence: 0, status: "CONFIRMED", organizer });
    expect(read({ state: "cancelled", changes: 1 })).toEqual({
      ...{ method: "CANCEL", uid, sequence: 1, organizer, status: "CANCELLED", start },
    });
    expect(read({ id: "b2", changes: 2 })).toMatchObject({ uid, sequence: 2, status: "CONFIRMED" });
  });

  it("makes a whole day of a day, and no line longer than a calendar reads", () => {
    const day = { ...booking, unit: "day" as const, place: undefined, address: undefined };
    const file = calendarFile(house, day, { ...about, title: "Ś".repeat(200) }).content;
    expect(parse(file).fields["DTSTART;VALUE=DATE"]).toBe("20260514");
    expect(Math.max(...file.split("\r\n").map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  });
});

describe("a timetable", () => {
  const timetable = { resourceId: "r", opens: "09:00", closes: "16:30", minutes: 30, capacity: () => 1 };
  const hours = (from: string, until: string) =>
    makeSlots(timetable, from, until).map((slot) => slot.startsAt.toISOString());

  it("keeps the time on the wall when the clocks change", () => {
    // The clocks go forward on Sunday 29 March 2026 and back on Sunday 25 October 2026.
    expect(hours("2026-03-27", "2026-03-27")[0]).toBe("2026-03-27T09:00:00.000Z");
    expect(hours("2026-03-28", "2026-03-30")[0]).toBe("2026-03-30T08:00:00.000Z");
    expect(hours("2026-10-23", "2026-10-23")[0]).toBe("2026-10-23T08:00:00.000Z");
    expect(hours("2026-10-24", "2026-10-26")[0]).toBe("2026-10-26T09:00:00.000Z");
    for (const day of ["2026-03-27", "2026-03-30", "2026-10-23", "2026-10-26"])
      expect(hours(day, day)).toHaveLength(15);
  });

  it("leaves weekends and bank holidays out", () => {
    expect(hours("2026-12-24", "2026-12-29").map((start) => start.slice(0, 10))).toEqual([
      ...Array(15).fill("2026-12-24"),
      ...Array(15).fill("2026-12-29"),
    ]);
  });
});
