import { describe, expect, it } from "vitest";
import { hoursOn, nextOpening, type Opening, openAt } from "./directory.server";

const library: Opening = {
  // Monday all day, Wednesday with a break, Saturday, and shut for the rest.
  hours: [
    [["09:30", "17:00"]],
    [],
    [
      ["09:30", "12:30"],
      ["13:30", "17:00"],
    ],
    [],
    [],
    [["10:00", "13:00"]],
    [],
  ],
  closures: [{ from: "2026-12-21", until: "2027-01-03", reason: "repairs" }],
};
const at = (instant: string) => new Date(instant);

describe("hoursOn", () => {
  it("gives a date's spans, or the closure that empties it", () => {
    expect(hoursOn(library, "2026-11-25")).toEqual({
      spans: [
        ["09:30", "12:30"],
        ["13:30", "17:00"],
      ],
    });
    expect(hoursOn(library, "2026-11-26")).toEqual({ spans: [] });
    expect(hoursOn(library, "2026-12-21")).toEqual({ spans: [], closure: library.closures[0] });
    expect(hoursOn(library, "2027-01-04").spans).toHaveLength(1);
  });
});

describe("openAt", () => {
  it.each([
    ["2026-11-23T09:29:59Z", false],
    ["2026-11-23T09:30:00Z", true],
    ["2026-11-23T16:59:59Z", true],
    ["2026-11-23T17:00:00Z", false],
    ["2026-11-25T12:45:00Z", false],
    ["2026-11-25T13:30:00Z", true],
    ["2026-11-24T12:00:00Z", false],
    ["2026-12-21T12:00:00Z", false],
    // Summer time: 08:30 UTC is 09:30 in London.
    ["2026-07-06T08:29:59Z", false],
    ["2026-07-06T08:30:00Z", true],
  ])("at %s: %s", (instant, open) => expect(openAt(library, at(instant)).open).toBe(open));

  it("says until when", () => {
    expect(openAt(library, at("2026-07-06T10:00:00Z"))).toEqual({ open: true, until: at("2026-07-06T16:00:00Z") });
  });
});

describe("nextOpening", () => {
  it.each([
    ["2026-11-23T08:00:00Z", "2026-11-23T09:30:00Z"],
    ["2026-11-23T09:30:00Z", "2026-11-25T09:30:00Z"],
    ["2026-11-25T12:35:00Z", "2026-11-25T13:30:00Z"],
    ["2026-12-20T12:00:00Z", "2027-01-04T09:30:00Z"],
    // Over the change of the clock on 29 March.
    ["2026-03-28T14:00:00Z", "2026-03-30T08:30:00Z"],
  ])("after %s is %s", (instant, opens) => expect(nextOpening(library, at(instant))!.opensAt).toEqual(at(opens)));

  it("is unknown where nothing opens within 60 days", () => {
    const shut = { hours: library.hours, closures: [{ from: "2026-01-01", until: "2030-01-01", reason: "repairs" }] };
    expect(nextOpening(shut, at("2026-11-23T08:00:00Z"))).toBeUndefined();
    expect(nextOpening({ hours: [], closures: [] }, at("2026-11-23T08:00:00Z"))).toBeUndefined();
  });
});
