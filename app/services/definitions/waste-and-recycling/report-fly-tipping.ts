import { defineService } from "../../service";

export default defineService({
  id: "report-fly-tipping",
  version: 3,
  processes: ["report"],
  subject: "waste-and-recycling",
  lgsl: 587,
  audience: ["resident", "business"],
  signIn: "optional",
  minutes: 4,
  popularity: 90,
  steps: [
    {
      kind: "questions",
      id: "danger",
      questions: [
        {
          type: "radios",
          id: "danger",
          options: [
            { id: "fire-or-chemicals" },
            { id: "blocking-road" },
            { id: "being-dumped-now" },
            { id: "no-danger", divider: true },
          ],
        },
      ],
    },
    {
      kind: "stop",
      id: "call-emergency",
      when: { "==": [{ var: "danger" }, "fire-or-chemicals"] },
      contact: "emergency",
    },
    {
      kind: "stop",
      id: "call-highways",
      when: { "==": [{ var: "danger" }, "blocking-road"] },
      contact: "highways-emergency",
    },
    { kind: "notice", id: "keep-away", when: { "==": [{ var: "danger" }, "being-dumped-now"] } },
    { kind: "questions", id: "place", questions: [{ type: "location", id: "place" }] },
    {
      kind: "questions",
      id: "land",
      questions: [
        {
          type: "radios",
          id: "land",
          options: [
            { id: "road-or-pavement" },
            { id: "alley" },
            { id: "park" },
            { id: "council-estate" },
            { id: "river-or-canal" },
            { id: "railway", body: "railway" },
            { id: "motorway", body: "trunk-roads" },
            { id: "private" },
            { id: "other" },
            { id: "not-known", divider: true },
          ],
        },
      ],
    },
    // Environmental Protection Act 1990, section 86: who keeps which land clear of rubbish. Railways are Network Rail's,
    // motorways National Highways'; canals are mostly those of the Canal & River Trust.
    { kind: "stop", id: "railway", when: { "==": [{ var: "land" }, "railway"] }, body: "railway" },
    { kind: "stop", id: "motorway", when: { "==": [{ var: "land" }, "motorway"] }, body: "trunk-roads" },
    {
      kind: "notice",
      id: "river-or-canal",
      bodies: ["canals", "rivers"],
      when: { "==": [{ var: "land" }, "river-or-canal"] },
    },
    { kind: "notice", id: "private-land", when: { "==": [{ var: "land" }, "private"] } },
    {
      kind: "questions",
      id: "waste",
      questions: [
        {
          type: "checkboxes",
          id: "waste",
          options: [
            { id: "black-bags" },
            { id: "furniture" },
            { id: "fridges-and-appliances" },
            { id: "building-waste" },
            { id: "garden-waste" },
            { id: "tyres-and-car-parts" },
            { id: "asbestos" },
            { id: "chemicals" },
            { id: "needles" },
            { id: "business-waste" },
            { id: "other" },
            { id: "not-known" },
          ],
        },
      ],
    },
    {
      kind: "questions",
      id: "amount",
      questions: [
        {
          type: "radios",
          id: "amount",
          options: [
            { id: "one-bag" },
            { id: "one-item" },
            { id: "car-boot" },
            { id: "small-van" },
            { id: "large-van" },
            { id: "lorry" },
            { id: "not-known", divider: true },
          ],
        },
      ],
    },
    {
      kind: "questions",
      id: "more",
      questions: [{ block: "details" }, { block: "photos", maxFiles: 5 }],
    },
    { kind: "questions", id: "witness", questions: [{ type: "yes-no", id: "witness" }] },
    {
      kind: "questions",
      id: "what-you-saw",
      when: { "==": [{ var: "witness" }, "yes"] },
      questions: [
        { type: "date", id: "seen-date", required: false, max: "today", min: "-1y" },
        { type: "textarea", id: "seen-details" },
        { type: "vehicle", id: "seen-vehicle", required: false },
      ],
    },
    { block: "contact", questions: { name: { required: false } } },
  ],
  outcomes: [
    { id: "nothing-found", state: "closed" },
    { id: "not-ours", state: "closed" },
  ],
  standard: { workingDays: 3 },
  team: "waste",
  related: ["book-bulky-waste-collection", "report-missed-collection", "request-recycling-container"],
  owner: { team: "waste", reviewed: "2026-10-01", reviewBy: "2027-10-01" },
});
