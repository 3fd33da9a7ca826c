import { defineService, type Rule } from "../../service";

const plusQuantity = { "+": [{ var: "accumulator" }, { var: "current.quantity" }] };
const pieces = { reduce: [{ var: "waste" }, plusQuantity, 0] };

const isRubbish = { "==": [{ var: "waste-kind" }, "rubbish"] };
const isRecycling = { "!=": [{ var: "waste-kind" }, "rubbish"] };

/** What the bags or bins of one size cost, for rubbish or for what is recycled. */
const costOf = (container: string, kind: Rule, fee: string): Rule => ({
  "*": [
    { var: `fees.${fee}` },
    {
      reduce: [
        { filter: [{ var: "waste" }, { and: [kind, { "==": [{ var: "container" }, container] }] }] },
        plusQuantity,
        0,
      ],
    },
  ],
});

export default defineService({
  id: "book-trade-waste-collection",
  version: 2,
  processes: ["book", "pay"],
  subject: "business",
  audience: ["business"],
  signIn: "optional",
  minutes: 7,
  popularity: 15,
  steps: [
    {
      kind: "questions",
      id: "how-often",
      questions: [{ type: "radios", id: "how-often", options: [{ id: "once" }, { id: "regular" }] }],
    },
    {
      kind: "stop",
      id: "regular-collection",
      services: ["request-call-back"],
      when: { "==": [{ var: "how-often" }, "regular"] },
    },
    {
      kind: "questions",
      id: "waste-source",
      questions: [
        {
          type: "radios",
          id: "waste-source",
          options: [
            { id: "shop" },
            { id: "office" },
            { id: "food-business" },
            { id: "workshop" },
            { id: "building-work" },
            { id: "care" },
            { id: "school-or-charity" },
            { id: "landlord" },
            { id: "home-business" },
            { id: "other" },
            { id: "home", divider: true },
          ],
        },
      ],
    },
    {
      kind: "stop",
      id: "home-waste",
      services: ["book-bulky-waste-collection", "find-collection-day"],
      when: { "==": [{ var: "waste-source" }, "home"] },
    },
    {
      kind: "questions",
      id: "not-taken",
      questions: [
        {
          type: "checkboxes",
          id: "not-taken",
          options: [
            { id: "asbestos" },
            { id: "chemicals" },
            { id: "gas-bottles" },
            { id: "batteries" },
            { id: "electrical" },
            { id: "medical" },
            { id: "raw-meat" },
            { id: "tyres" },
            { id: "rubble" },
          ],
          none: true,
        },
      ],
    },
    // Control of Asbestos Regulations 2012 (SI 2012/632), regulation 8: most work with it needs a licence. Papers of
    // dangerous waste are kept for 3 years: the Hazardous Waste (England and Wales) Regulations 2005 (SI 2005/894), part 7.
    // To be confirmed: docs/law.md.
    { kind: "stop", id: "asbestos", services: ["request-call-back"], when: { in: ["asbestos", { var: "not-taken" }] } },
    {
      kind: "stop",
      id: "cannot-take",
      services: ["request-call-back"],
      when: { and: [{ var: "not-taken" }, { "!": { in: ["none", { var: "not-taken" }] } }] },
    },
    // Who must separate what: Environmental Protection Act 1990, section 45AZB, and the Separation of Waste (England)
    // Regulations 2024 (SI 2024/666): since 31 March 2025. From 31 March 2027 where fewer than 10 people work: the
    // Separation of Waste (England) Regulations 2025. To be confirmed: docs/law.md.
    {
      kind: "questions",
      id: "waste",
      questions: [
        {
          type: "group",
          id: "waste",
          min: 1,
          max: 8,
          questions: [
            {
              type: "select",
              id: "waste-kind",
              options: [
                { id: "rubbish" },
                { id: "paper-and-card" },
                { id: "mixed-recycling" },
                { id: "glass" },
                { id: "food" },
              ],
            },
            {
              type: "radios",
              id: "container",
              options: [{ id: "bag" }, { id: "small-bin" }, { id: "large-bin" }],
            },
            { type: "number", id: "quantity", min: 1, max: 30 },
          ],
        },
      ],
    },
    { kind: "stop", id: "too-much", services: ["request-call-back"], when: { ">": [pieces, 30] } },
    {
      kind: "questions",
      id: "address",
      questions: [{ type: "address", id: "address", borough: true, fact: { key: "address", reuse: "confirm" } }],
    },
    {
      kind: "questions",
      id: "left-where",
      questions: [
        {
          type: "radios",
          id: "left-where",
          options: [
            { id: "pavement-edge" },
            { id: "yard" },
            { id: "bin-store" },
            { id: "other" },
            { id: "inside", divider: true },
          ],
        },
      ],
    },
    {
      kind: "stop",
      id: "bring-out",
      services: ["request-call-back"],
      when: { "==": [{ var: "left-where" }, "inside"] },
    },
    { block: "collection-notes" },
    {
      kind: "questions",
      id: "business-name",
      questions: [
        { block: "business-name" },
        // A transfer note has it, and is kept for 2 years: the Waste (England and Wales) Regulations 2011 (SI 2011/988),
        // regulation 35; the duty of care is that of the Environmental Protection Act 1990, section 34.
        { type: "text", id: "sic-code", reads: "code", required: false, maxLength: 5, width: "short" },
      ],
    },
    { kind: "questions", id: "slot", questions: [{ type: "slot", id: "slot", resource: "trade-waste" }] },
    { block: "contact" },
    {
      kind: "questions",
      id: "duty-of-care",
      questions: [{ type: "declaration", id: "duty-of-care" }],
    },
  ],
  fees: {
    "rubbish-bag": 450,
    "rubbish-small-bin": 1400,
    "rubbish-large-bin": 3600,
    "recycling-bag": 250,
    "recycling-small-bin": 800,
    "recycling-large-bin": 2000,
  },
  fee: {
    "+": [
      costOf("bag", isRubbish, "rubbish-bag"),
      costOf("small-bin", isRubbish, "rubbish-small-bin"),
      costOf("large-bin", isRubbish, "rubbish-large-bin"),
      costOf("bag", isRecycling, "recycling-bag"),
      costOf("small-bin", isRecycling, "recycling-small-bin"),
      costOf("large-bin", isRecycling, "recycling-large-bin"),
    ],
  },
  team: "waste",
  related: ["pay-invoice", "report-fly-tipping", "request-call-back"],
  owner: { team: "waste", reviewed: "2026-10-01", reviewBy: "2027-10-01" },
});
