import { defineService } from "../../service";

export default defineService({
  id: "request-call-back",
  version: 3,
  processes: ["request"],
  subject: "council",
  audience: ["resident", "business"],
  signIn: "optional",
  minutes: 3,
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
            { id: "waste" },
            { id: "parking" },
            { id: "roads" },
            { id: "adult-care" },
            { id: "children" },
            { id: "business" },
            { id: "complaint" },
            { id: "danger" },
            { id: "safeguarding" },
            { id: "other" },
            { id: "not-known", divider: true },
          ],
        },
      ],
    },
    // Police.uk, "Contact us": 999 where there is danger now, silent calls with 55; GOV.UK, "Report child abuse".
    { kind: "stop", id: "danger", when: { "==": [{ var: "topic" }, "danger"] }, call: "999" },
    {
      kind: "stop",
      id: "safeguarding",
      bodies: ["county"],
      when: { "==": [{ var: "topic" }, "safeguarding"] },
    },
    // Where there are two councils, social care, schools and roads are the county's (Care Act 2014, section 1; Children
    // Act 1989, section 105; Highways Act 1980, section 1).
    {
      kind: "stop",
      id: "county",
      body: "county",
      when: { in: [{ var: "topic" }, ["roads", "adult-care", "children"]] },
    },
    {
      kind: "questions",
      id: "about",
      questions: [
        { type: "textarea", id: "about", maxLength: 1000 },
        { type: "text", id: "existing-reference", reads: "code", required: false, maxLength: 40, width: "half" },
      ],
    },
    {
      kind: "questions",
      id: "call-times",
      questions: [
        {
          type: "checkboxes",
          id: "call-times",
          options: [{ id: "morning" }, { id: "midday" }, { id: "afternoon" }, { id: "any-time" }],
        },
        { type: "text", id: "not-these-days", required: false, maxLength: 200 },
      ],
    },
    // An interpreter of a sign language cannot help by phone.
    { block: "language", questions: { language: { without: ["british-sign-language"] } } },
    {
      kind: "questions",
      id: "call-needs",
      questions: [
        {
          type: "checkboxes",
          id: "call-needs",
          options: [
            { id: "more-time" },
            { id: "text-relay" },
            { id: "sign-language" },
            { id: "text-first" },
            { id: "someone-with-me" },
            { id: "safe-to-call" },
            { id: "other" },
          ],
          none: true,
        },
      ],
    },
    {
      kind: "questions",
      id: "call-needs-details",
      when: { or: [{ in: ["safe-to-call", { var: "call-needs" }] }, { in: ["other", { var: "call-needs" }] }] },
      questions: [{ block: "needs-details", id: "call-needs-details" }],
    },
    { block: "contact", questions: { phone: { required: true } } },
  ],
  standard: { workingDays: 2 },
  team: "contact-centre",
  related: ["book-advisor-appointment", "find-councillor", "find-library"],
  owner: { team: "contact-centre", reviewed: "2026-10-01", reviewBy: "2027-10-01" },
});
