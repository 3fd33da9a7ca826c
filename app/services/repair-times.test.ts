import { expect, it } from "vitest";
import { followWay } from "../flow/engine";
import { createTexts } from "../platform/i18n/i18n.server";
import { findDefinition } from "./catalogue.server";

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
