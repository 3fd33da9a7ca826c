import { defineService } from "../../service";

export default defineService({
  id: "request-recycling-container",
  version: 1,
  processes: ["request"],
  subject: "waste-and-recycling",
  lgsl: 533,
  audience: ["resident"],
  signIn: "optional",
  minutes: 4,
  popularity: 90,
  steps: [
    {
      kind: "questions",
      id: "address",
      questions: [{ type: "address", id: "address", borough: true, fact: { key: "address" } }],
    },
    {
      kind: "questions",
      id: "home-kind",
      questions: [
        {
          type: "radios",
          id: "home-kind",
          options: [{ id: "own-bins" }, { id: "shared-bins" }, { id: "not-known", divider: true }],
        },
      ],
    },
    {
      kind: "questions",
      id: "containers",
      when: { in: [{ var: "home-kind" }, ["own-bins", "not-known"]] },
      questions: [
        {
          type: "checkboxes",
          id: "containers",
          options: [
            { id: "recycling-bin" },
            { id: "recycling-box" },
            { id: "kitchen-caddy" },
            { id: "outdoor-food-bin" },
            { id: "other" },
          ],
        },
      ],
    },
    {
      kind: "questions",
      id: "shared-containers",
      when: { "==": [{ var: "home-kind" }, "shared-bins"] },
      questions: [
        {
          type: "checkboxes",
          id: "shared-containers",
          options: [{ id: "kitchen-caddy" }, { id: "recycling-bag" }, { id: "shared-bin" }, { id: "other" }],
        },
      ],
    },
    {
      kind: "questions",
      id: "container-details",
      when: { or: [{ in: ["other", { var: "containers" }] }, { in: ["other", { var: "shared-containers" }] }] },
      questions: [{ type: "text", id: "container-details" }],
    },
    {
      kind: "questions",
      id: "reason",
      questions: [
        {
          type: "radios",
          id: "reason",
          options: [
            { id: "new-home" },
            { id: "moved-in" },
            { id: "damaged" },
            { id: "lost-or-stolen" },
            { id: "need-more-space" },
            { id: "cannot-use" },
            { id: "other" },
          ],
        },
      ],
    },
    {
      kind: "questions",
      id: "old-container",
      when: { "==": [{ var: "reason" }, "damaged"] },
      questions: [{ type: "yes-no", id: "take-away" }],
    },
    {
      kind: "questions",
      id: "delivery",
      questions: [{ type: "textarea", id: "delivery-notes", required: false, maxLength: 500 }],
    },
    { block: "contact" },
  ],
  outcomes: [{ id: "refused", state: "closed" }],
  standard: { workingDays: 10 },
  team: "waste",
  related: ["find-collection-day", "request-assisted-collection", "report-missed-collection"],
  owner: { team: "waste", reviewed: "2026-10-01", reviewBy: "2027-10-01" },
});
