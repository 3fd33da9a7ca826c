import { defineService } from "../../service";

export default defineService({
  id: "report-missed-collection",
  version: 2,
  processes: ["report"],
  subject: "waste-and-recycling",
  lgsl: 524,
  audience: ["resident"],
  signIn: "optional",
  minutes: 3,
  popularity: 85,
  steps: [
    {
      kind: "questions",
      id: "address",
      questions: [{ type: "address", id: "address", borough: true, fact: { key: "address" } }],
    },
    {
      kind: "questions",
      id: "collection",
      when: { var: "address.round" },
      questions: [
        { type: "collection", id: "collection", of: "address", withinWorkingDays: 2, options: [{ id: "another" }] },
      ],
    },
    {
      kind: "stop",
      id: "another-collection",
      services: ["find-collection-day", "request-assisted-collection", "request-call-back"],
      when: { "==": [{ var: "collection.other" }, "another"] },
    },
    // Where the calendar does not know the address.
    { block: "bins", when: { "!": [{ var: "address.round" }] } },
    {
      kind: "questions",
      id: "missed-date",
      when: { "!": [{ var: "address.round" }] },
      questions: [{ type: "date", id: "missed-date", min: "-2wd", max: "-1d" }],
    },
    {
      kind: "questions",
      id: "put-out",
      questions: [
        {
          type: "radios",
          id: "put-out",
          options: [{ id: "yes" }, { id: "no" }, { id: "collected-from-home" }, { id: "not-known", divider: true }],
        },
      ],
    },
    {
      kind: "stop",
      id: "put-out-late",
      services: ["request-assisted-collection", "find-collection-day"],
      when: { "==": [{ var: "put-out" }, "no"] },
    },
    {
      kind: "questions",
      id: "cause",
      questions: [
        {
          type: "radios",
          id: "cause",
          options: [
            { id: "label-left" },
            { id: "road-blocked" },
            { id: "whole-street" },
            { id: "other" },
            { id: "not-known", divider: true },
          ],
        },
      ],
    },
    {
      kind: "stop",
      id: "wrong-items",
      services: ["request-recycling-container", "request-call-back"],
      when: { "==": [{ var: "cause" }, "label-left"] },
    },
    {
      kind: "questions",
      id: "details",
      questions: [{ block: "details", maxLength: 500 }],
    },
    { block: "contact", questions: { name: { required: false } } },
  ],
  outcomes: [{ id: "nothing-found", state: "closed" }],
  standard: { workingDays: 2 },
  team: "waste",
  related: ["find-collection-day", "request-recycling-container", "request-assisted-collection"],
  owner: { team: "waste", reviewed: "2026-10-01", reviewBy: "2027-10-01" },
});
