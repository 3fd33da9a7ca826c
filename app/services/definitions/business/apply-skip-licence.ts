import { defineService } from "../../service";

const closesBay = { "==": [{ var: "close-bay" }, "yes"] };

export default defineService({
  id: "apply-skip-licence",
  version: 2,
  processes: ["apply", "pay"],
  subject: "business",
  // Highways Act 1980, section 139: the highway authority gives permission, which is the county where there is one.
  body: "county",
  audience: ["business"],
  signIn: "optional",
  minutes: 10,
  popularity: 15,
  steps: [
    {
      kind: "questions",
      id: "surface",
      questions: [
        {
          type: "radios",
          id: "surface",
          options: [
            { id: "road" },
            { id: "parking-bay" },
            { id: "red-route", body: "red-routes" },
            { id: "pavement" },
            { id: "private-land" },
            { id: "not-known", divider: true },
          ],
        },
      ],
    },
    // The same of the roads of Transport for London, which are the red routes.
    { kind: "stop", id: "red-route", body: "red-routes", when: { "==": [{ var: "surface" }, "red-route"] } },
    {
      kind: "stop",
      id: "no-licence-needed",
      services: ["book-bulky-waste-collection"],
      when: { "==": [{ var: "surface" }, "private-land"] },
    },
    {
      kind: "stop",
      id: "not-on-pavement",
      services: ["request-call-back"],
      when: { "==": [{ var: "surface" }, "pavement"] },
    },
    {
      kind: "questions",
      id: "whose-skip",
      questions: [{ type: "radios", id: "whose-skip", options: [{ id: "own" }, { id: "hired" }, { id: "own-home" }] }],
    },
    {
      kind: "stop",
      id: "firm-applies",
      services: ["book-bulky-waste-collection"],
      when: { "==": [{ var: "whose-skip" }, "own-home"] },
    },
    // Control of Pollution (Amendment) Act 1989, section 1, and the Waste (England and Wales) Regulations 2011 (SI
    // 2011/988), part 8: whoever carries the waste of others is registered. To be confirmed, as all below: docs/law.md.
    {
      kind: "questions",
      id: "carrier-registered",
      questions: [
        {
          type: "radios",
          id: "carrier-registered",
          options: [{ id: "yes" }, { id: "no" }, { id: "not-known", divider: true }],
        },
      ],
    },
    {
      kind: "stop",
      id: "carrier-not-registered",
      services: ["request-call-back"],
      when: { in: [{ var: "carrier-registered" }, ["no", "not-known"]] },
    },
    {
      kind: "questions",
      id: "registration",
      questions: [
        { type: "text", id: "carrier-number", reads: "code", maxLength: 20, width: "half" },
        { type: "text", id: "operator-number", reads: "code", required: false, maxLength: 20, width: "half" },
      ],
    },
    {
      kind: "questions",
      id: "business",
      questions: [{ block: "business-name" }, { block: "company-number", required: false }],
    },
    {
      kind: "questions",
      id: "address",
      questions: [{ type: "address", id: "address", fact: { key: "address", reuse: "confirm" } }],
    },
    {
      kind: "questions",
      id: "skip-owner",
      when: { "==": [{ var: "whose-skip" }, "hired"] },
      questions: [
        { type: "text", id: "owner-name", maxLength: 160 },
        { type: "phone", id: "owner-phone" },
      ],
    },
    { kind: "questions", id: "place", questions: [{ type: "location", id: "place" }] },
    {
      kind: "questions",
      id: "nearby",
      questions: [
        {
          type: "checkboxes",
          id: "nearby",
          options: [
            { id: "crossing" },
            { id: "bus-stop" },
            { id: "junction" },
            { id: "narrow" },
            { id: "yellow-lines" },
            { id: "cycle-lane" },
          ],
          none: true,
        },
      ],
    },
    {
      kind: "stop",
      id: "not-safe",
      services: ["request-call-back"],
      when: {
        or: [
          { in: ["crossing", { var: "nearby" }] },
          { in: ["bus-stop", { var: "nearby" }] },
          { in: ["junction", { var: "nearby" }] },
          { in: ["narrow", { var: "nearby" }] },
        ],
      },
    },
    {
      kind: "notice",
      id: "we-look-first",
      when: { or: [{ in: ["yellow-lines", { var: "nearby" }] }, { in: ["cycle-lane", { var: "nearby" }] }] },
    },
    // Highways Act 1980, section 139(2): a permission may set how large a skip is.
    {
      kind: "questions",
      id: "skip",
      questions: [
        {
          type: "radios",
          id: "skip-size",
          options: [{ id: "mini" }, { id: "midi" }, { id: "builder" }, { id: "large" }, { id: "roll-on" }],
        },
        { type: "number", id: "skips", min: 1, max: 2 },
      ],
    },
    {
      kind: "stop",
      id: "too-large",
      services: ["request-call-back"],
      when: { "==": [{ var: "skip-size" }, "roll-on"] },
    },
    {
      kind: "questions",
      id: "close-bay",
      when: { "==": [{ var: "surface" }, "parking-bay"] },
      questions: [{ type: "radios", id: "close-bay", options: [{ id: "yes" }, { id: "no" }] }],
    },
    {
      kind: "questions",
      id: "bays",
      when: closesBay,
      questions: [{ type: "number", id: "bays", min: 1, max: 4 }],
    },
    {
      kind: "questions",
      id: "skip-start",
      when: { "!": closesBay },
      questions: [{ type: "date", id: "skip-start", min: "+7d", max: "+3m" }],
    },
    {
      kind: "questions",
      id: "skip-start-in-bay",
      when: closesBay,
      questions: [{ type: "date", id: "skip-start-in-bay", min: "+14d", max: "+3m" }],
    },
    {
      kind: "questions",
      id: "weeks",
      questions: [{ type: "number", id: "weeks", min: 1, max: 12 }],
    },
    { block: "insurance-evidence" },
    // The same, section 139(4): lit at night, with its owner's name and how to reach them; cones are a condition of the
    // permission. The Builders' Skips (Markings) Regulations 1984 (SI 1984/1933): red and yellow at the ends.
    {
      kind: "questions",
      id: "lights-and-cones",
      questions: [{ type: "declaration", id: "lights-and-cones" }],
    },
    { block: "contact", questions: { phone: { required: true } } },
    {
      kind: "questions",
      id: "skip-declaration",
      questions: [{ type: "declaration", id: "skip-declaration" }],
    },
  ],
  fees: { "first-week": 4500, "extra-week": 2500, "bay-week": 6000 },
  fee: {
    "+": [
      {
        "*": [
          { var: "skips" },
          {
            "+": [{ var: "fees.first-week" }, { "*": [{ var: "fees.extra-week" }, { "-": [{ var: "weeks" }, 1] }] }],
          },
        ],
      },
      { if: [closesBay, { "*": [{ var: "fees.bay-week" }, { var: "bays" }, { var: "weeks" }] }, 0] },
    ],
  },
  // Every start date is later than this, bank holidays at Christmas and Easter included.
  outcomes: [
    { id: "granted", state: "done" },
    { id: "refused", state: "closed" },
  ],
  standard: { workingDays: 3 },
  team: "highways",
  related: ["book-trade-waste-collection", "apply-street-trading-licence", "request-call-back"],
  owner: { team: "highways", reviewed: "2026-10-01", reviewBy: "2027-10-01" },
});
