import { defineService } from "../../service";

const movedIn = { in: [{ var: "changed" }, ["moved-in", "moved-both"]] };
const movedOut = { in: [{ var: "changed" }, ["moved-out", "moved-both"]] };
const tenantLeft = { in: [{ var: "tenant-change" }, ["tenant-out", "tenant-both"]] };
const tenantCame = { in: [{ var: "tenant-change" }, ["tenant-in", "tenant-both"]] };
const hasMoved = { in: [{ var: "changed" }, ["moved-in", "moved-out", "moved-both"]] };

export default defineService({
  id: "report-change-of-occupier",
  version: 1,
  processes: ["report"],
  subject: "business",
  audience: ["business"],
  signIn: "optional",
  minutes: 8,
  popularity: 10,
  steps: [
    {
      kind: "questions",
      id: "changed",
      questions: [
        {
          type: "radios",
          id: "changed",
          options: [
            { id: "moved-in" },
            { id: "moved-out" },
            { id: "moved-both" },
            { id: "landlord" },
            { id: "other" },
            { id: "home", divider: true },
          ],
        },
      ],
    },
    {
      kind: "stop",
      id: "home-property",
      services: ["pay-council-tax", "request-call-back"],
      when: { "==": [{ var: "changed" }, "home"] },
    },
    {
      kind: "questions",
      id: "acting-as",
      when: { "==": [{ var: "changed" }, "landlord"] },
      questions: [{ type: "radios", id: "acting-as", options: [{ id: "landlord" }, { id: "agent" }] }],
    },
    {
      kind: "questions",
      id: "client-name",
      when: { "==": [{ var: "acting-as" }, "agent"] },
      questions: [{ type: "text", id: "client-name", maxLength: 160 }],
    },
    {
      kind: "questions",
      id: "tenant-change",
      when: { "==": [{ var: "changed" }, "landlord"] },
      questions: [
        {
          type: "radios",
          id: "tenant-change",
          options: [{ id: "tenant-out" }, { id: "tenant-in" }, { id: "tenant-both" }],
        },
      ],
    },
    {
      kind: "questions",
      id: "property-out",
      when: movedOut,
      questions: [{ type: "address", id: "property-out", borough: true }],
    },
    {
      kind: "questions",
      id: "dates-out",
      when: movedOut,
      questions: [
        { type: "date", id: "last-use", min: "-6y", max: "+3m" },
        { type: "date", id: "lease-end", required: false, min: "-6y", max: "+1y" },
      ],
    },
    {
      kind: "questions",
      id: "left",
      when: movedOut,
      questions: [
        {
          type: "radios",
          id: "left",
          options: [{ id: "empty" }, { id: "part" }, { id: "in-use" }, { id: "not-known", divider: true }],
        },
      ],
    },
    {
      kind: "questions",
      id: "after-you",
      when: movedOut,
      questions: [
        { type: "text", id: "occupier-after", required: false, maxLength: 160 },
        { type: "text", id: "landlord-name", required: false, maxLength: 160 },
      ],
    },
    {
      kind: "questions",
      id: "property-in",
      when: movedIn,
      questions: [{ type: "address", id: "property-in", borough: true }],
    },
    {
      kind: "questions",
      id: "dates-in",
      when: movedIn,
      questions: [
        { type: "date", id: "lease-start", min: "-6y", max: "+3m" },
        { type: "date", id: "first-use", required: false, min: "-6y", max: "+1y" },
      ],
    },
    {
      kind: "questions",
      id: "occupier-before",
      when: movedIn,
      questions: [{ type: "text", id: "occupier-before", required: false, maxLength: 160 }],
    },
    {
      kind: "questions",
      id: "use",
      when: movedIn,
      questions: [{ type: "radios", id: "use", options: [{ id: "all" }, { id: "part" }, { id: "empty" }] }],
    },
    {
      kind: "questions",
      id: "property",
      when: { in: [{ var: "changed" }, ["landlord", "other"]] },
      questions: [{ type: "address", id: "property", borough: true }],
    },
    {
      kind: "questions",
      id: "old-tenant",
      when: tenantLeft,
      questions: [
        { type: "text", id: "old-tenant-name", maxLength: 160 },
        { type: "date", id: "old-tenant-left", min: "-6y", max: "+3m" },
      ],
    },
    {
      kind: "questions",
      id: "old-tenant-address",
      when: tenantLeft,
      questions: [{ type: "address", id: "old-tenant-address", required: false }],
    },
    {
      kind: "questions",
      id: "new-tenant",
      when: tenantCame,
      questions: [
        { type: "text", id: "new-tenant-name", maxLength: 160 },
        {
          type: "radios",
          id: "new-tenant-kind",
          options: [{ id: "company" }, { id: "sole-trader" }, { id: "other" }, { id: "not-known", divider: true }],
        },
        { type: "date", id: "new-tenant-from", min: "-6y", max: "+3m" },
      ],
    },
    {
      kind: "questions",
      id: "new-tenant-company",
      when: { "==": [{ var: "new-tenant-kind" }, "company"] },
      questions: [{ type: "company-number", id: "new-tenant-company", required: false }],
    },
    {
      kind: "questions",
      id: "other-change",
      when: { "==": [{ var: "changed" }, "other"] },
      questions: [
        { type: "textarea", id: "change-details", maxLength: 1000 },
        { type: "date", id: "change-date", min: "-6y", max: "+3m" },
      ],
    },
    {
      kind: "questions",
      id: "empty-now",
      when: { or: [{ "==": [{ var: "tenant-change" }, "tenant-out"] }, { "==": [{ var: "changed" }, "other"] }] },
      questions: [
        {
          type: "radios",
          id: "empty-now",
          options: [{ id: "empty" }, { id: "part" }, { id: "in-use" }, { id: "not-known", divider: true }],
        },
      ],
    },
    // Local Government Finance Act 1988, section 45, and the Non-Domestic Rating (Unoccupied Property) (England)
    // Regulations 2008 (SI 2008/386), regulation 4: 3 months, and 6 for industry. To be confirmed: docs/law.md.
    {
      kind: "notice",
      id: "empty-rates",
      when: {
        or: [
          { "==": [{ var: "left" }, "empty"] },
          { "==": [{ var: "use" }, "empty"] },
          { "==": [{ var: "empty-now" }, "empty"] },
        ],
      },
    },
    {
      kind: "questions",
      id: "part-details",
      when: {
        or: [
          { "==": [{ var: "left" }, "part"] },
          { "==": [{ var: "use" }, "part"] },
          { "==": [{ var: "empty-now" }, "part"] },
        ],
      },
      questions: [{ type: "textarea", id: "part-details", maxLength: 500 }],
    },
    { block: "business-kind", when: hasMoved },
    {
      kind: "questions",
      id: "business",
      when: hasMoved,
      questions: [
        { block: "business-name" },
        { block: "company-number", when: { "==": [{ var: "business-kind" }, "company"] } },
      ],
    },
    {
      kind: "questions",
      id: "bill-to",
      when: movedIn,
      questions: [{ type: "radios", id: "bill-to", options: [{ id: "property" }, { id: "elsewhere" }] }],
    },
    {
      kind: "questions",
      id: "bill-address",
      when: { "==": [{ var: "bill-to" }, "elsewhere"] },
      questions: [{ type: "address", id: "bill-address", fact: { key: "address", reuse: "confirm" } }],
    },
    {
      kind: "questions",
      id: "forwarding-address",
      when: { "==": [{ var: "changed" }, "moved-out"] },
      // What an account knows may be the property that was left.
      questions: [{ type: "address", id: "forwarding-address", fact: { key: "address", reuse: "never" } }],
    },
    {
      kind: "questions",
      id: "change-evidence",
      questions: [{ type: "upload", id: "change-evidence", required: false, maxFiles: 4 }],
    },
    { block: "contact" },
    {
      kind: "questions",
      id: "change-declaration",
      questions: [{ type: "declaration", id: "change-declaration" }],
    },
  ],
  standard: { workingDays: 10 },
  team: "business-rates",
  related: ["pay-business-rates", "book-trade-waste-collection", "request-call-back"],
  owner: { team: "business-rates", reviewed: "2026-10-01", reviewBy: "2027-10-01" },
});
