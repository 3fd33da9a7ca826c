import { defineService } from "../../service";

export default defineService({
  id: "apply-resident-parking-permit",
  version: 2,
  processes: ["apply", "pay"],
  subject: "roads-and-parking",
  lgsl: 474,
  audience: ["resident"],
  signIn: "optional",
  minutes: 10,
  popularity: 90,
  steps: [
    {
      kind: "questions",
      id: "address",
      questions: [{ type: "address", id: "address", borough: true, fact: { key: "address", reuse: "confirm" } }],
    },
    {
      kind: "questions",
      id: "main-home",
      questions: [{ type: "yes-no", id: "main-home" }],
    },
    {
      kind: "stop",
      id: "not-main-home",
      services: ["request-call-back"],
      when: { "==": [{ var: "main-home" }, "no"] },
    },
    {
      kind: "questions",
      id: "on-council-tax",
      questions: [
        {
          type: "radios",
          id: "on-council-tax",
          options: [{ id: "yes" }, { id: "no" }, { id: "not-known", divider: true }],
        },
      ],
    },
    {
      kind: "questions",
      id: "address-evidence",
      when: { in: [{ var: "on-council-tax" }, ["no", "not-known"]] },
      questions: [{ type: "upload", id: "address-evidence", maxFiles: 2 }],
    },
    {
      kind: "questions",
      id: "permits-held",
      questions: [
        {
          type: "radios",
          id: "permits-held",
          options: [
            { id: "no-permit" },
            { id: "one" },
            { id: "two" },
            { id: "three-or-more" },
            { id: "not-known", divider: true },
          ],
        },
      ],
    },
    {
      kind: "stop",
      id: "too-many-permits",
      services: ["request-call-back"],
      when: { "==": [{ var: "permits-held" }, "three-or-more"] },
    },
    {
      kind: "questions",
      id: "vehicle",
      questions: [
        { type: "vehicle", id: "vehicle", fact: { key: "vehicle", reuse: "confirm" } },
        {
          type: "radios",
          id: "vehicle-kind",
          options: [{ id: "car" }, { id: "motorcycle" }, { id: "small-van" }, { id: "large-vehicle" }, { id: "other" }],
        },
      ],
    },
    {
      kind: "stop",
      id: "vehicle-too-large",
      services: ["request-call-back"],
      when: { "==": [{ var: "vehicle-kind" }, "large-vehicle"] },
    },
    {
      kind: "questions",
      id: "keeper",
      questions: [
        {
          type: "radios",
          id: "keeper",
          options: [
            { id: "owner" },
            { id: "lease" },
            { id: "company" },
            { id: "family-or-friend" },
            { id: "new-vehicle" },
            { id: "other" },
          ],
        },
      ],
    },
    {
      kind: "questions",
      id: "vehicle-evidence",
      when: { in: [{ var: "keeper" }, ["lease", "company", "family-or-friend", "new-vehicle", "other"]] },
      questions: [{ type: "upload", id: "vehicle-evidence", maxFiles: 3 }],
    },
    {
      kind: "questions",
      id: "emissions",
      when: { in: [{ var: "vehicle-kind" }, ["car", "small-van", "other"]] },
      questions: [
        {
          type: "radios",
          id: "emissions",
          options: [
            { id: "zero" },
            { id: "up-to-100" },
            { id: "from-101-to-170" },
            { id: "over-170" },
            { id: "no-figure" },
            { id: "not-known", divider: true },
          ],
        },
      ],
    },
    {
      kind: "questions",
      id: "engine-size",
      when: { "==": [{ var: "emissions" }, "no-figure"] },
      questions: [
        {
          type: "radios",
          id: "engine-size",
          options: [{ id: "up-to-1549" }, { id: "over-1549" }, { id: "not-known", divider: true }],
        },
      ],
    },
    {
      kind: "questions",
      id: "permit-start",
      questions: [{ type: "date", id: "permit-start", min: "+5wd", max: "+2m" }],
    },
    { block: "contact" },
    {
      kind: "questions",
      id: "permit-declaration",
      questions: [{ type: "declaration", id: "permit-declaration" }],
    },
  ],
  fees: {
    motorcycle: 3000,
    "band-zero": 3000,
    "band-low": 6000,
    "band-medium": 10000,
    "band-high": 16000,
    "extra-permit": 5000,
  },
  fee: {
    "+": [
      {
        if: [
          { "==": [{ var: "vehicle-kind" }, "motorcycle"] },
          { var: "fees.motorcycle" },
          { "==": [{ var: "emissions" }, "zero"] },
          { var: "fees.band-zero" },
          { "==": [{ var: "emissions" }, "up-to-100"] },
          { var: "fees.band-low" },
          { or: [{ "==": [{ var: "emissions" }, "over-170"] }, { "==": [{ var: "engine-size" }, "over-1549"] }] },
          { var: "fees.band-high" },
          { var: "fees.band-medium" },
        ],
      },
      { if: [{ in: [{ var: "permits-held" }, ["one", "two"]] }, { var: "fees.extra-permit" }, 0] },
    ],
  },
  outcomes: [
    { id: "granted", state: "done" },
    { id: "refused", state: "closed" },
  ],
  standard: { workingDays: 5 },
  team: "parking",
  related: ["pay-parking-charge", "report-pothole", "pay-council-tax"],
  owner: { team: "parking", reviewed: "2026-10-01", reviewBy: "2027-10-01" },
});
