import { defineService } from "../../service";

const pieces = { reduce: [{ var: "items" }, { "+": [{ var: "accumulator" }, { var: "current.quantity" }] }, 0] };

export default defineService({
  id: "book-bulky-waste-collection",
  version: 1,
  processes: ["book", "request", "pay"],
  subject: "waste-and-recycling",
  lgsl: 528,
  audience: ["resident"],
  signIn: "optional",
  minutes: 6,
  popularity: 80,
  steps: [
    {
      kind: "questions",
      id: "address",
      questions: [{ type: "address", id: "address", borough: true, fact: { key: "address" } }],
    },
    {
      kind: "questions",
      id: "not-taken",
      questions: [
        {
          type: "checkboxes",
          id: "not-taken",
          options: [
            { id: "building-waste" },
            { id: "asbestos" },
            { id: "gas-bottles" },
            { id: "paint-or-chemicals" },
            { id: "car-parts" },
            { id: "business-waste" },
          ],
          none: true,
        },
      ],
    },
    {
      kind: "stop",
      id: "cannot-take",
      services: ["request-call-back"],
      when: { and: [{ var: "not-taken" }, { "!": { in: ["none", { var: "not-taken" }] } }] },
    },
    {
      kind: "questions",
      id: "items",
      questions: [
        {
          type: "group",
          id: "items",
          min: 1,
          max: 10,
          questions: [
            {
              type: "select",
              id: "item",
              options: [
                { id: "sofa" },
                { id: "armchair" },
                { id: "bed-frame" },
                { id: "mattress" },
                { id: "wardrobe" },
                { id: "chest-of-drawers" },
                { id: "table" },
                { id: "chair" },
                { id: "carpet" },
                { id: "fridge-or-freezer" },
                { id: "washing-machine" },
                { id: "cooker" },
                { id: "dishwasher" },
                { id: "television" },
                { id: "bicycle" },
                { id: "garden-furniture" },
                { id: "other" },
              ],
            },
            { type: "number", id: "quantity", min: 1, max: 10 },
            { type: "text", id: "item-details", required: false, maxLength: 150 },
          ],
        },
      ],
    },
    { kind: "stop", id: "too-many-items", services: ["request-call-back"], when: { ">": [pieces, 10] } },
    {
      kind: "questions",
      id: "left-where",
      questions: [
        {
          type: "radios",
          id: "left-where",
          options: [
            { id: "front-garden" },
            { id: "drive" },
            { id: "bin-area" },
            { id: "pavement-edge" },
            { id: "other" },
            { id: "cannot-move" },
          ],
        },
      ],
    },
    {
      kind: "stop",
      id: "help-to-move",
      services: ["request-call-back"],
      when: { "==": [{ var: "left-where" }, "cannot-move"] },
    },
    { block: "collection-notes" },
    { kind: "questions", id: "slot", questions: [{ type: "slot", id: "slot", resource: "bulky-waste" }] },
    { block: "contact" },
  ],
  fees: { "up-to-three-items": 3500, "four-to-six-items": 5500, "seven-to-ten-items": 7500 },
  fee: {
    if: [
      { ">": [pieces, 6] },
      { var: "fees.seven-to-ten-items" },
      { ">": [pieces, 3] },
      { var: "fees.four-to-six-items" },
      { var: "fees.up-to-three-items" },
    ],
  },
  team: "waste",
  related: ["report-fly-tipping", "request-recycling-container", "find-collection-day"],
  owner: { team: "waste", reviewed: "2026-10-01", reviewBy: "2027-10-01" },
});
