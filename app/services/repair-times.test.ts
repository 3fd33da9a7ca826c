import { expect, it } from "vitest";
import { composeMessage } from "../features/notifications/compose";
import { followWay } from "../flow/engine";
import { createTexts } from "../platform/i18n/i18n.server";
import { findDefinition } from "./catalogue.server";
import { isUrgent, standardFor } from "./standard";

const repair = findDefinition("report-council-home-repair")!;
const rooms = {
  kitchen: "kitchen-problem",
  bathroom: "bathroom-problem",
  "hall-or-stairs": "room-problem",
  "whole-home": "whole-home-problem",
};

const wayOf = (room: string, problem: string) =>
  followWay(repair, {
    danger: "no-danger",
    "home-kind": "council-tenant",
    address: "1 Mill Lane",
    room,
    [rooms[room as keyof typeof rooms]]: problem,
  }).steps.map(({ step }) => step.id);

it.each(Object.keys(rooms))(
  "tells who reports damp or mould (%s) the times of Awaab's Law, and nobody else",
  (room) => {
    expect(wayOf(room, "damp-or-mould")).toContain("damp-times");
    expect(wayOf(room, "other")).not.toContain("damp-times");
  },
);

it.each(["en", "cy", "pl", "ar"] as const)("names 24 hours, 10, 3 and 5 working days (%s)", (language) => {
  const body = createTexts()(language).items("services/report-council-home-repair:steps.damp-times.body", {
    phone: "",
  });
  expect(body.join(" ").match(/\d+/g)).toEqual(["24", "10", "3", "5"]);
});

const promiseOf = (room: string, question: string, problem: string) =>
  standardFor(repair, { room, [question]: problem })!;

it.each([
  ["kitchen", "kitchen-problem", "leak", 1],
  ["bathroom", "bathroom-problem", "toilet", 1],
  ["whole-home", "whole-home-problem", "no-heating", 1],
  ["outside", "outside-problem", "outside-door-or-lock", 1],
  ["kitchen", "kitchen-problem", "blocked-sink", 3],
  ["bathroom", "bathroom-problem", "tap", 3],
  ["bathroom", "bathroom-problem", "fan", 7],
  ["outside", "outside-problem", "roof", 7],
  ["shared-area", "shared-problem", "entry-door", 7],
  ["outside", "outside-problem", "fence-or-gate", 20],
])("promises what the right to repair gives: %s, %s %s in %d working days", (room, question, problem, workingDays) => {
  expect(promiseOf(room, question, problem)).toEqual({ workingDays, words: undefined });
});

it("promises to have looked at damp and mould within the 10 working days of Awaab's Law, and staff see it first where somebody is at risk", () => {
  expect(promiseOf("kitchen", "kitchen-problem", "damp-or-mould")).toEqual({ workingDays: 10, words: "damp" });
  const damp = { room: "kitchen", "kitchen-problem": "damp-or-mould" };
  expect(isUrgent(repair, { ...damp, "people-at-risk": ["baby-or-child"] })).toBe(true);
  expect(isUrgent(repair, { ...damp, "people-at-risk": ["none"] })).toBe(false);
});

it("tells in the receipt what is promised, in the service's own words", () => {
  const message = (words?: string) => ({
    to: "ada@example.org",
    lng: "en" as const,
    template: "case-received" as const,
    values: { reference: "7K4-M2Q-9XD", serviceId: repair.id, date: "2026-05-14", words },
  });
  const around = { texts: createTexts()("en"), council: { name: "Council", phone: "1" }, url: undefined };
  expect(composeMessage(message("damp"), around).text).toContain("look at the damp or mould by Thursday 14 May");
  expect(composeMessage(message(), around).text).toContain("finish the repair by Thursday 14 May");
});
