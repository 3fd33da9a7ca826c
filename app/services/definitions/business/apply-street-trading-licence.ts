import { defineService } from "../../service";

const sellsFood = {
  or: [
    { in: ["hot-food", { var: "goods" }] },
    { in: ["cold-food", { var: "goods" }] },
    { in: ["drinks", { var: "goods" }] },
    { in: ["fruit-and-vegetables", { var: "goods" }] },
  ],
};

export default defineService({
  id: "apply-street-trading-licence",
  version: 2,
  processes: ["apply", "pay"],
  subject: "business",
  audience: ["business"],
  signIn: "required",
  minutes: 20,
  steps: [
    {
      kind: "questions",
      id: "licence-kind",
      questions: [
        {
          type: "radios",
          id: "licence-kind",
          options: [{ id: "temporary" }, { id: "six-months" }, { id: "twelve-months" }],
        },
      ],
    },
    {
      kind: "questions",
      id: "trading-days",
      when: { "==": [{ var: "licence-kind" }, "temporary"] },
      questions: [{ type: "number", id: "trading-days", min: 1, max: 28 }],
    },
    {
      kind: "questions",
      id: "licence-start",
      // After others were asked (28 days), the decision (30 working days from now) and the licence fee.
      questions: [{ type: "date", id: "licence-start", min: "+9w", max: "+9m" }],
    },
    { block: "business-kind" },
    {
      kind: "questions",
      id: "business",
      questions: [
        { block: "business-name" },
        { block: "company-number", when: { "==": [{ var: "business-kind" }, "company"] } },
        {
          type: "text",
          id: "charity-number",
          reads: "code",
          required: false,
          maxLength: 12,
          width: "half",
          when: { "==": [{ var: "business-kind" }, "charity"] },
        },
      ],
    },
    {
      kind: "questions",
      id: "address",
      questions: [{ type: "address", id: "address", fact: { key: "address", reuse: "confirm" } }],
    },
    {
      kind: "questions",
      id: "trader-birth",
      // Local Government (Miscellaneous Provisions) Act 1982, schedule 4, paragraph 3(4)(a): nobody under 17.
      questions: [{ block: "date-of-birth", id: "trader-birth", max: "-17y" }],
    },
    {
      kind: "questions",
      id: "goods",
      questions: [
        {
          type: "checkboxes",
          id: "goods",
          options: [
            { id: "hot-food" },
            { id: "cold-food" },
            { id: "drinks" },
            { id: "alcohol" },
            { id: "fruit-and-vegetables" },
            { id: "flowers" },
            { id: "clothes" },
            { id: "household-goods" },
            { id: "crafts" },
            { id: "other" },
          ],
        },
      ],
    },
    {
      kind: "questions",
      id: "goods-details",
      when: { in: ["other", { var: "goods" }] },
      questions: [{ type: "text", id: "goods-details" }],
    },
    // Licensing Act 2003, sections 1 and 136. To be confirmed, as the next two: docs/law.md.
    { kind: "notice", id: "alcohol-licence", when: { in: ["alcohol", { var: "goods" }] } },
    // Regulation (EC) 852/2004, article 6(2), as it stands in the UK: food businesses register. The 28 days are those that
    // the Food Standards Agency asks for.
    {
      kind: "questions",
      id: "food-registered",
      when: sellsFood,
      questions: [
        {
          type: "radios",
          id: "food-registered",
          options: [{ id: "yes" }, { id: "no" }, { id: "not-known", divider: true }],
        },
      ],
    },
    {
      kind: "notice",
      id: "register-food",
      when: { and: [sellsFood, { in: [{ var: "food-registered" }, ["no", "not-known"]] }] },
    },
    { kind: "questions", id: "pitch", questions: [{ type: "location", id: "pitch" }] },
    {
      kind: "questions",
      id: "unit",
      questions: [
        {
          type: "radios",
          id: "unit-kind",
          options: [
            { id: "stall" },
            { id: "van" },
            { id: "trailer" },
            { id: "cart" },
            { id: "no-unit" },
            { id: "other" },
          ],
        },
        { type: "number", id: "unit-length", required: false, whole: false, max: 20 },
        { type: "number", id: "unit-width", required: false, whole: false, max: 10 },
      ],
    },
    {
      kind: "questions",
      id: "unit-vehicle",
      when: { "==": [{ var: "unit-kind" }, "van"] },
      questions: [{ type: "vehicle", id: "unit-vehicle" }],
    },
    {
      kind: "questions",
      id: "times",
      questions: [
        {
          type: "checkboxes",
          id: "days",
          options: [
            { id: "monday" },
            { id: "tuesday" },
            { id: "wednesday" },
            { id: "thursday" },
            { id: "friday" },
            { id: "saturday" },
            { id: "sunday" },
          ],
        },
        { type: "text", id: "hours", maxLength: 200 },
      ],
    },
    { kind: "questions", id: "has-helpers", questions: [{ type: "yes-no", id: "has-helpers" }] },
    {
      kind: "questions",
      id: "helpers",
      when: { "==": [{ var: "has-helpers" }, "yes"] },
      questions: [
        {
          type: "group",
          id: "helpers",
          min: 1,
          max: 10,
          questions: [
            { type: "name", id: "helper-name" },
            // Children and Young Persons Act 1933, section 20: no child trades in a street; the age is ours.
            { type: "date", id: "helper-birth", min: "-120y", max: "-16y" },
          ],
        },
      ],
    },
    {
      kind: "questions",
      id: "identity",
      questions: [
        { type: "upload", id: "identity-evidence", maxFiles: 2 },
        { type: "upload", id: "trader-photo", maxFiles: 1 },
      ],
    },
    {
      kind: "questions",
      id: "business-evidence",
      questions: [{ block: "insurance-evidence" }, { type: "upload", id: "unit-photos", required: false, maxFiles: 4 }],
    },
    { kind: "questions", id: "refused-before", questions: [{ type: "yes-no", id: "refused-before" }] },
    {
      kind: "questions",
      id: "refused-details",
      when: { "==": [{ var: "refused-before" }, "yes"] },
      questions: [{ type: "textarea", id: "refused-details", maxLength: 1000 }],
    },
    { block: "contact", questions: { email: { required: true } } },
    {
      kind: "questions",
      id: "licence-declaration",
      questions: [{ type: "declaration", id: "licence-declaration" }],
    },
  ],
  // With the application only what it costs to deal with it may be asked, the licence fee once it is granted: the
  // Provision of Services Regulations 2009 (SI 2009/2999), regulation 18(4); R (Hemming) v Westminster City Council
  // [2017] UKSC 50. To be confirmed, as is the time for an appeal below: docs/law.md.
  fees: { application: 6200, "trading-day": 3500, "six-months": 38000, "twelve-months": 69000 },
  fee: { var: "fees.application" },
  // An appeal against a refusal: the same schedule, paragraph 6.
  outcomes: [
    { id: "granted", state: "done" },
    { id: "refused", state: "closed" },
  ],
  standard: { workingDays: 30 },
  team: "licensing",
  related: ["pay-invoice", "request-call-back", "book-advisor-appointment"],
  owner: { team: "licensing", reviewed: "2026-10-01", reviewBy: "2027-10-01" },
});
