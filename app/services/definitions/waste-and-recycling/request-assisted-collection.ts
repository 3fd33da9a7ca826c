import { defineService } from "../../service";

export default defineService({
  id: "request-assisted-collection",
  version: 1,
  processes: ["request"],
  subject: "waste-and-recycling",
  audience: ["resident"],
  signIn: "optional",
  minutes: 5,
  popularity: 60,
  steps: [
    {
      kind: "questions",
      id: "who-for",
      questions: [{ type: "radios", id: "who-for", options: [{ id: "me" }, { id: "someone-else" }] }],
    },
    {
      kind: "questions",
      id: "person",
      when: { "==": [{ var: "who-for" }, "someone-else"] },
      questions: [
        { type: "name", id: "person-name" },
        { type: "yes-no", id: "person-agrees" },
      ],
    },
    {
      kind: "stop",
      id: "ask-the-person",
      services: ["request-call-back"],
      when: { "==": [{ var: "person-agrees" }, "no"] },
    },
    {
      kind: "questions",
      id: "other-help",
      questions: [{ type: "radios", id: "other-help", options: [{ id: "no" }, { id: "yes" }, { id: "sometimes" }] }],
    },
    {
      kind: "stop",
      id: "someone-can-help",
      services: ["request-call-back"],
      when: { "==": [{ var: "other-help" }, "yes"] },
    },
    {
      kind: "questions",
      id: "address",
      questions: [{ type: "address", id: "address", borough: true, fact: { key: "address", reuse: "confirm" } }],
    },
    {
      kind: "questions",
      id: "how-long",
      questions: [
        {
          type: "radios",
          id: "how-long",
          options: [{ id: "long-term" }, { id: "short-time" }, { id: "not-known", divider: true }],
        },
      ],
    },
    {
      kind: "questions",
      id: "help-until",
      when: { "==": [{ var: "how-long" }, "short-time"] },
      questions: [{ type: "date", id: "help-until", min: "today", max: "+2y" }],
    },
    { block: "bins" },
    {
      kind: "questions",
      id: "collection-point",
      questions: [
        { type: "textarea", id: "bins-kept", maxLength: 500 },
        {
          type: "checkboxes",
          id: "access",
          options: [{ id: "locked-gate" }, { id: "door-code" }, { id: "steps" }, { id: "dog" }, { id: "other" }],
          none: true,
        },
      ],
    },
    {
      kind: "questions",
      id: "access-details",
      when: {
        or: [
          { in: ["locked-gate", { var: "access" }] },
          { in: ["door-code", { var: "access" }] },
          { in: ["other", { var: "access" }] },
        ],
      },
      questions: [{ type: "textarea", id: "access-details", maxLength: 500 }],
    },
    { block: "contact" },
  ],
  outcomes: [
    { id: "granted", state: "done" },
    { id: "refused", state: "closed" },
  ],
  standard: { workingDays: 10 },
  team: "waste",
  related: ["find-collection-day", "request-recycling-container", "book-bulky-waste-collection"],
  owner: { team: "waste", reviewed: "2026-10-01", reviewBy: "2027-10-01" },
});
