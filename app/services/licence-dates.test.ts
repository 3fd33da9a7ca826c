import { DateTime } from "luxon";
import { expect, it } from "vitest";
import { feeOf } from "../flow/engine";
import { resolveDate } from "../flow/questions/date/date";
import { addWorkingDays } from "../platform/working-days";
import { findDefinition } from "./catalogue.server";
import { standardFor } from "./standard";

const licence = findDefinition("apply-street-trading-licence")!;

it.each([
  ["apply-street-trading-licence", "licence-start"],
  ["apply-resident-parking-permit", "permit-start"],
])("lets nobody ask in %s for what begins before it was decided on, whatever the day of the year", (id, question) => {
  const service = findDefinition(id)!;
  const begins = service.steps
    .flatMap((step) => (step.kind === "questions" ? step.questions : []))
    .find((one) => one.id === question);
  if (begins?.type !== "date" || !begins.min) throw new Error("It has no first day.");
  const { workingDays } = standardFor(service, {})!;
  for (let day = 0; day < 366; day++) {
    const today = DateTime.fromISO("2026-11-01", { zone: "utc" }).plus({ days: day });
    expect(addWorkingDays(today.toJSDate(), workingDays) <= resolveDate(begins.min, today.toISODate()!)).toBe(true);
  }
});

it("asks for the application fee alone with the application, whatever the licence", () => {
  const answers = [{ "licence-kind": "temporary", "trading-days": 28 }, { "licence-kind": "twelve-months" }];
  expect(answers.map((one) => feeOf(licence, one))).toEqual([licence.fees["application"], licence.fees["application"]]);
});
