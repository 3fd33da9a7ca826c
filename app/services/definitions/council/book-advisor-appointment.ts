import { defineService } from "../../service";

export default defineService({
  id: "book-advisor-appointment",
  version: 3,
  processes: ["book"],
  subject: "council",
  audience: ["resident", "business"],
  signIn: "optional",
  minutes: 5,
  steps: [
    {
      kind: "questions",
      id: "topic",
      questions: [
        {
          type: "radios",
          id: "topic",
          options: [
            { id: "council-tax" },
            { id: "benefits" },
            { id: "housing" },
            { id: "homelessness" },
            { id: "parking" },
            { id: "adult-care" },
            { id: "business" },
            { id: "online-help" },
            { id: "other" },
            { id: "not-known", divider: true },
          ],
        },
      ],
    },
    // Care Act 2014, section 1: where there are two councils, social care is the county's.
    { kind: "stop", id: "county", body: "county", when: { "==": [{ var: "topic" }, "adult-care"] } },
    {
      kind: "questions",
      id: "tonight",
      when: { "==": [{ var: "topic" }, "homelessness"] },
      questions: [{ type: "yes-no", id: "tonight" }],
    },
    {
      kind: "notice",
      id: "nowhere-to-stay",
      contact: "homelessness-emergency",
      when: { and: [{ "==": [{ var: "topic" }, "homelessness"] }, { "==": [{ var: "tonight" }, "yes"] }] },
    },
    {
      kind: "questions",
      id: "about",
      questions: [{ type: "textarea", id: "about", required: false, maxLength: 1000 }],
    },
    {
      kind: "questions",
      id: "place",
      questions: [
        {
          type: "venue",
          id: "place",
          of: "advisor",
          topic: { var: "topic" },
          options: [{ id: "cannot-travel", divider: true }],
        },
      ],
    },
    {
      kind: "stop",
      id: "cannot-travel",
      services: ["request-call-back"],
      when: { "==": [{ var: "place.id" }, "cannot-travel"] },
    },
    { block: "language" },
    {
      kind: "questions",
      id: "access-needs",
      questions: [
        {
          type: "checkboxes",
          id: "access-needs",
          options: [
            { id: "step-free" },
            { id: "hearing-loop" },
            { id: "large-print" },
            { id: "quiet-room" },
            { id: "private-room" },
            { id: "longer-appointment" },
            { id: "someone-with-me" },
            { id: "other" },
          ],
          none: true,
        },
      ],
    },
    {
      kind: "questions",
      id: "access-details",
      when: { in: ["other", { var: "access-needs" }] },
      questions: [{ block: "needs-details", id: "access-details" }],
    },
    {
      kind: "questions",
      id: "slot",
      questions: [
        {
          type: "slot",
          id: "slot",
          resource: { cat: ["advisor-", { var: "place.id" }] },
          notice: { if: [{ "==": [{ var: "language" }, "british-sign-language"] }, 3, 0] },
        },
      ],
    },
    { block: "contact" },
  ],
  settledBy: "booking",
  team: "contact-centre",
  related: ["request-call-back", "apply-council-tax-support", "find-library"],
  owner: { team: "contact-centre", reviewed: "2026-10-01", reviewBy: "2027-10-01" },
});
