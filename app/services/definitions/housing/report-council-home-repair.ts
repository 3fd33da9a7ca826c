import { defineService } from "../../service";

const kitchen = "kitchen-problem";
const bathroom = "bathroom-problem";
const room = "room-problem";
const home = "whole-home-problem";
const outside = "outside-problem";
const shared = "shared-problem";

/** Whether one of these questions has one of these answers. */
const anyOf = (problems: Record<string, string[]>) => ({
  or: Object.entries(problems).map(([question, ids]) => ({ in: [{ var: question }, ids] })),
});

const damp = ["damp-or-mould"];
const isDamp = anyOf({ [kitchen]: damp, [bathroom]: damp, [room]: damp, [home]: damp });

// The Secure Tenants of Local Housing Authorities (Right to Repair) Regulations 1994 (SI 1994/133), schedule: the
// longest that each may take, in working days. Heating has 3 in summer: we say 1 all year. Alarms, fire doors and lifts
// are not in it; they keep people safe, and have the shortest.
const inOneDay = anyOf({
  [kitchen]: ["leak"],
  [bathroom]: ["leak", "toilet"],
  [room]: ["leak", "radiator"],
  [home]: ["no-heating", "no-hot-water", "smoke-alarm"],
  [outside]: ["drain", "outside-door-or-lock"],
  [shared]: ["leak", "fire-door", "lift"],
});
const inThreeDays = anyOf({
  [kitchen]: ["tap", "blocked-sink", "lights-or-sockets"],
  [bathroom]: ["tap", "blocked-drain", "lights"],
  [room]: ["lights-or-sockets", "floor-or-stairs"],
  [shared]: ["lighting", "stairs-or-floor"],
});
const inSevenDays = anyOf({ [bathroom]: ["fan"], [outside]: ["roof"], [shared]: ["entry-door"] });
const isAtRisk = { and: [{ var: "people-at-risk" }, { "!": { in: ["none", { var: "people-at-risk" }] } }] };

export default defineService({
  id: "report-council-home-repair",
  version: 4,
  processes: ["report"],
  subject: "housing",
  lgsl: 141,
  audience: ["resident"],
  signIn: "optional",
  minutes: 6,
  popularity: 70,
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
            { id: "fire" },
            { id: "electrics" },
            { id: "flooding" },
            { id: "not-secure" },
            { id: "collapse" },
            { id: "stuck-in-lift" },
            { id: "no-danger", divider: true },
          ],
        },
      ],
    },
    // HSE, "Domestic gas: FAQs" and Cadent: smells of gas and carbon monoxide go to the National Gas Emergency Service.
    { kind: "stop", id: "gas", when: { "==": [{ var: "danger" }, "gas-smell"] }, call: "0800 111 999" },
    {
      kind: "stop",
      id: "leave-and-call",
      when: { in: [{ var: "danger" }, ["fire", "collapse"]] },
      contact: "emergency",
    },
    {
      kind: "stop",
      id: "urgent-repair",
      when: { in: [{ var: "danger" }, ["electrics", "flooding", "not-secure"]] },
      contact: "repairs-emergency",
    },
    {
      kind: "stop",
      id: "stuck-in-lift",
      when: { "==": [{ var: "danger" }, "stuck-in-lift"] },
      contact: "repairs-emergency",
    },
    {
      kind: "questions",
      id: "home-kind",
      questions: [
        {
          type: "radios",
          id: "home-kind",
          options: [
            { id: "council-tenant" },
            { id: "for-council-tenant" },
            { id: "leaseholder" },
            { id: "other-landlord" },
            { id: "home-owner" },
            { id: "not-known", divider: true },
          ],
        },
      ],
    },
    {
      kind: "stop",
      id: "not-council-home",
      services: ["request-call-back"],
      when: { in: [{ var: "home-kind" }, ["other-landlord", "home-owner"]] },
    },
    { kind: "notice", id: "leaseholder", when: { "==": [{ var: "home-kind" }, "leaseholder"] } },
    {
      kind: "questions",
      id: "address",
      questions: [{ type: "address", id: "address", borough: true, fact: { key: "address", reuse: "confirm" } }],
    },
    {
      kind: "questions",
      id: "room",
      questions: [
        {
          type: "radios",
          id: "room",
          options: [
            { id: "kitchen" },
            { id: "bathroom" },
            { id: "living-room-or-bedroom" },
            { id: "hall-or-stairs" },
            { id: "whole-home" },
            { id: "outside" },
            { id: "shared-area" },
            { id: "other" },
          ],
        },
      ],
    },
    {
      kind: "questions",
      id: "kitchen-problem",
      when: { "==": [{ var: "room" }, "kitchen"] },
      questions: [
        {
          type: "radios",
          id: "kitchen-problem",
          options: [
            { id: "leak" },
            { id: "tap" },
            { id: "blocked-sink" },
            { id: "cupboard-or-worktop" },
            { id: "lights-or-sockets" },
            { id: "damp-or-mould" },
            { id: "window-or-door" },
            { id: "pests" },
            { id: "other" },
          ],
        },
      ],
    },
    {
      kind: "questions",
      id: "bathroom-problem",
      when: { "==": [{ var: "room" }, "bathroom"] },
      questions: [
        {
          type: "radios",
          id: "bathroom-problem",
          options: [
            { id: "leak" },
            { id: "toilet" },
            { id: "bath-or-shower" },
            { id: "blocked-drain" },
            { id: "tap" },
            { id: "fan" },
            { id: "damp-or-mould" },
            { id: "lights" },
            { id: "other" },
          ],
        },
      ],
    },
    {
      kind: "questions",
      id: "room-problem",
      when: { in: [{ var: "room" }, ["living-room-or-bedroom", "hall-or-stairs", "other"]] },
      questions: [
        {
          type: "radios",
          id: "room-problem",
          options: [
            { id: "damp-or-mould" },
            { id: "radiator" },
            { id: "window" },
            { id: "door-or-lock" },
            { id: "lights-or-sockets" },
            { id: "ceiling-or-wall" },
            { id: "floor-or-stairs" },
            { id: "leak" },
            { id: "pests" },
            { id: "other" },
          ],
        },
      ],
    },
    {
      kind: "questions",
      id: "whole-home-problem",
      when: { "==": [{ var: "room" }, "whole-home"] },
      questions: [
        {
          type: "radios",
          id: "whole-home-problem",
          options: [
            { id: "no-heating" },
            { id: "no-hot-water" },
            { id: "no-electricity" },
            { id: "no-water" },
            { id: "damp-or-mould" },
            { id: "smoke-alarm" },
            { id: "pests" },
            { id: "other" },
          ],
        },
      ],
    },
    {
      kind: "questions",
      id: "outside-problem",
      when: { "==": [{ var: "room" }, "outside"] },
      questions: [
        {
          type: "radios",
          id: "outside-problem",
          options: [
            { id: "roof" },
            { id: "gutter-or-pipe" },
            { id: "drain" },
            { id: "outside-door-or-lock" },
            { id: "window" },
            { id: "fence-or-gate" },
            { id: "path-or-steps" },
            { id: "wall" },
            { id: "other" },
          ],
        },
      ],
    },
    {
      kind: "questions",
      id: "shared-problem",
      when: { "==": [{ var: "room" }, "shared-area"] },
      questions: [
        {
          type: "radios",
          id: "shared-problem",
          options: [
            { id: "lift" },
            { id: "entry-door" },
            { id: "lighting" },
            { id: "stairs-or-floor" },
            { id: "fire-door" },
            { id: "bin-area" },
            { id: "leak" },
            { id: "pests" },
            { id: "other" },
          ],
        },
      ],
    },
    {
      kind: "stop",
      id: "no-power-or-water",
      bodies: ["water"],
      when: { in: [{ var: "whole-home-problem" }, ["no-electricity", "no-water"]] },
      contact: "repairs-emergency",
    },
    // The Water Industry (Schemes for Adoption of Private Sewers) Regulations 2011 (SI 2011/1566): drains that several
    // homes share, and all beyond the boundary, are the sewerage company's.
    {
      kind: "notice",
      id: "shared-drain",
      body: "sewerage",
      when: anyOf({ [bathroom]: ["blocked-drain"], [outside]: ["drain"] }),
    },
    // The Hazards in Social Housing (Prescribed Requirements) (England) Regulations 2025 (SI 2025/1042, a number to be
    // confirmed: docs/law.md), "Awaab's Law": emergency hazards 24 hours, investigation 10 working days, summary 3 and
    // safety work 5 working days after it.
    {
      kind: "notice",
      id: "damp-times",
      contact: "repairs-emergency",
      when: isDamp,
    },
    {
      kind: "questions",
      id: "people-at-risk",
      when: {
        or: [
          isDamp,
          { in: [{ var: "whole-home-problem" }, ["no-heating", "no-hot-water", "smoke-alarm"]] },
          { "==": [{ var: "shared-problem" }, "lift"] },
        ],
      },
      questions: [
        {
          type: "checkboxes",
          id: "people-at-risk",
          options: [
            { id: "baby-or-child" },
            { id: "over-65" },
            { id: "pregnant" },
            { id: "health-condition" },
            { id: "disabled" },
          ],
          none: true,
        },
      ],
    },
    {
      kind: "stop",
      id: "no-heating-at-risk",
      when: {
        and: [{ in: [{ var: "whole-home-problem" }, ["no-heating", "no-hot-water"]] }, isAtRisk],
      },
      contact: "repairs-emergency",
    },
    {
      kind: "questions",
      id: "about-problem",
      questions: [
        { type: "textarea", id: "details", maxLength: 1000 },
        { block: "photos", maxFiles: 5 },
      ],
    },
    {
      kind: "questions",
      id: "visit",
      when: { "!=": [{ var: "room" }, "shared-area"] },
      questions: [
        {
          type: "checkboxes",
          id: "access-times",
          options: [
            { id: "weekday-morning" },
            { id: "weekday-school-hours" },
            { id: "weekday-afternoon" },
            { id: "weekday-evening" },
            { id: "saturday-morning" },
            { id: "any-time" },
          ],
        },
        {
          type: "checkboxes",
          id: "visit-needs",
          options: [
            { id: "time-to-door" },
            { id: "hard-of-hearing" },
            { id: "sight-loss" },
            { id: "key-safe" },
            { id: "pets" },
            { id: "interpreter" },
            { id: "other" },
          ],
          none: true,
        },
      ],
    },
    {
      kind: "questions",
      id: "visit-needs-details",
      when: {
        or: [{ in: ["interpreter", { var: "visit-needs" }] }, { in: ["other", { var: "visit-needs" }] }],
      },
      questions: [{ block: "needs-details", id: "visit-needs-details" }],
    },
    { block: "contact", questions: { name: { required: false } } },
  ],
  outcomes: [
    { id: "nothing-found", state: "closed" },
    { id: "not-ours", state: "closed" },
  ],
  standard: {
    // Damp and mould: by when we have looked at it.
    workingDays: { if: [isDamp, 10, inOneDay, 1, inThreeDays, 3, inSevenDays, 7, 20] },
    words: { if: [isDamp, "damp", null] },
  },
  priority: { if: [{ or: [inOneDay, { and: [isDamp, isAtRisk] }] }, "high", "normal"] },
  team: "housing-repairs",
  related: ["request-call-back", "book-advisor-appointment", "apply-council-tax-support"],
  owner: { team: "housing-repairs", reviewed: "2026-10-01", reviewBy: "2027-10-01" },
});
