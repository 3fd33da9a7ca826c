import { DateTime } from "luxon";
import { expect, it } from "vitest";
import { feeOf } from "../flow/engine";
import { resolveDate } from "../flow/questions/date/date";
import { addWorkingDays } from "../platform/working-days";
import { findDefinition } from "./catalogue.server";
import { standardFor } from "./standard";

const licence = findDefinition("apply-street-trading-licence")!;

it("lets nobody ask for a street trading licence that begins before it was decided on, whatever the day of the year", () => {
  const begins = licence.steps
    .flatMap((step) => (step.kind === "questions" ? step.questions : []))
    .find(({ id }) => id === "licence-start");
  if (begins?.type !== "date" || !begins.min) throw new Error("The licence has no first day.");
  const { workingDays } = standardFor(licence, {})!;
  for (let day = 0; day < 366; day++) {
    const today = DateTime.fromISO("2026-11-01", { zone: "utc" }).plus({ days: day });
    expect(addWorkingDays(today.toJSDate(), workingDays) < resolveDate(begins.min, today.toISODate()!)).toBe(true);
  }
});

it("asks for the application fee alone with the application, whatever the licence", () => {
  const answers = [{ "licence-kind": "temporary", "trading-days": 28 }, { "licence-kind": "twelve-months" }];
  expect(answers.map((one) => feeOf(licence, one))).toEqual([licence.fees["application"], licence.fees["application"]]);
});
