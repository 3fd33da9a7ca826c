import { defineService } from "../../service";

export default defineService({
  id: "report-pothole",
  version: 4,
  processes: ["report"],
  subject: "roads-and-parking",
  lgsl: 557,
  // Highways Act 1980, section 1: where there are two councils, the county is the highway authority.
  body: "county",
  audience: ["resident", "business"],
  signIn: "optional",
  minutes: 3,
  popularity: 95,
  steps: [
    {
      kind: "questions",
      id: "danger",
      questions: [
        {
          type: "radios",
          id: "danger",
          options: [
            { id: "gas-smell" },
            { id: "someone-hurt" },
            { id: "likely-accident" },
            { id: "no-danger", divider: true },
          ],
        },
      ],
    },
    // National Gas Emergency Service (Cadent, "Smell gas?"): gas escapes in the street go there as well.
    { kind: "stop", id: "gas", when: { "==": [{ var: "danger" }, "gas-smell"] }, call: "0800 111 999" },
    {
      kind: "stop",
      id: "call-emergency",
      when: { "==": [{ var: "danger" }, "someone-hurt"] },
      contact: "emergency",
    },
    {
      kind: "stop",
      id: "call-highways",
      when: { "==": [{ var: "danger" }, "likely-accident"] },
      contact: "highways-emergency",
    },
    { kind: "questions", id: "place", questions: [{ type: "location", id: "place" }] },
    {
      kind: "questions",
      id: "surface",
      questions: [
        {
          type: "radios",
          id: "surface",
          options: [
            { id: "road" },
            { id: "cycle-lane" },
            { id: "crossing" },
            { id: "pavement" },
            { id: "cover" },
            { id: "red-route", body: "red-routes" },
            { id: "motorway", body: "trunk-roads" },
            { id: "private" },
            { id: "other" },
            { id: "not-known", divider: true },
          ],
        },
      ],
    },
    // New Roads and Street Works Act 1991, section 81: whoever owns apparatus in the street keeps it in order.
    {
      kind: "stop",
      id: "cover",
      bodies: ["sewerage", "water"],
      services: ["request-call-back"],
      when: { "==": [{ var: "surface" }, "cover"] },
    },
    // GLA roads (red routes) are those of Transport for London, motorways and trunk roads those of National Highways.
    { kind: "stop", id: "red-route", when: { "==": [{ var: "surface" }, "red-route"] }, body: "red-routes" },
    { kind: "stop", id: "motorway", when: { "==": [{ var: "surface" }, "motorway"] }, body: "trunk-roads" },
    {
      kind: "stop",
      id: "not-our-land",
      bodies: ["canals", "railway"],
      services: ["request-call-back"],
      when: { "==": [{ var: "surface" }, "private"] },
    },
    {
      kind: "questions",
      id: "size-and-depth",
      questions: [
        {
          type: "radios",
          id: "size",
          options: [
            { id: "small" },
            { id: "medium" },
            { id: "large" },
            { id: "very-large" },
            { id: "not-known", divider: true },
          ],
        },
        {
          type: "radios",
          id: "depth",
          options: [{ id: "shallow" }, { id: "deep" }, { id: "very-deep" }, { id: "not-known", divider: true }],
        },
      ],
    },
    {
      kind: "questions",
      id: "more",
      questions: [{ block: "details" }, { block: "photos" }],
    },
    { block: "contact", questions: { name: { required: false } } },
  ],
  outcomes: [
    { id: "nothing-found", state: "closed" },
    { id: "not-ours", state: "closed" },
  ],
  standard: { workingDays: 10 },
  team: "highways",
  related: ["report-fly-tipping", "apply-resident-parking-permit", "find-councillor"],
  owner: { team: "highways", reviewed: "2026-10-01", reviewBy: "2027-10-01" },
});
