import { defineService } from "../../service";

/** These benefits already tell us the income, so nobody who gets one is asked about it again. */
const incomeIsKnown = {
  or: [{ in: ["universal-credit", { var: "benefits" }] }, { in: ["pension-credit-guarantee", { var: "benefits" }] }],
};
// Whoever gets the guarantee credit has no income and no capital that count: the Council Tax Reduction Schemes
// (Prescribed Requirements) (England) Regulations 2012 (SI 2012/2885), schedule 1, part 6. To be confirmed: docs/law.md.
const savingsCount = { "!": { in: ["pension-credit-guarantee", { var: "benefits" }] } };
/** These are paid from State Pension age on. */
const isOfPensionAge = {
  or: [
    { in: ["state-pension", { var: "benefits" }] },
    { in: ["pension-credit-guarantee", { var: "benefits" }] },
    { in: ["pension-credit-savings", { var: "benefits" }] },
  ],
};
const whose = [{ id: "me" }, { id: "partner" }, { id: "both" }];

export default defineService({
  id: "apply-council-tax-support",
  version: 3,
  processes: ["apply"],
  subject: "benefits",
  lgsl: 63,
  audience: ["resident"],
  signIn: "required",
  minutes: 25,
  popularity: 80,
  sections: ["your-home", "you-and-partner", "household", "income", "claim", "finish"],
  steps: [
    // Council tax reduction is a public fund: Immigration Rules, paragraph 6.2 ("Public funds"); Home Office, "Public
    // funds: caseworker guidance"; NRPF Network, "Benefits that are not public funds".
    { kind: "notice", id: "immigration", section: "your-home" },
    {
      kind: "questions",
      id: "address",
      section: "your-home",
      questions: [{ type: "address", id: "address", borough: true, fact: { key: "address", reuse: "confirm" } }],
    },
    {
      kind: "questions",
      id: "pays-council-tax",
      section: "your-home",
      questions: [
        {
          type: "radios",
          id: "pays-council-tax",
          options: [{ id: "yes" }, { id: "no" }, { id: "not-known", divider: true }],
        },
      ],
    },
    {
      kind: "stop",
      id: "does-not-pay",
      services: ["request-call-back", "pay-council-tax"],
      section: "your-home",
      when: { "==": [{ var: "pays-council-tax" }, "no"] },
    },
    {
      kind: "questions",
      id: "home-kind",
      section: "your-home",
      questions: [
        {
          type: "radios",
          id: "home-kind",
          options: [
            { id: "own" },
            { id: "rent-council" },
            { id: "rent-housing-association" },
            { id: "rent-private" },
            { id: "shared-ownership" },
            { id: "other" },
          ],
        },
      ],
    },
    {
      kind: "questions",
      id: "about-you",
      section: "you-and-partner",
      questions: [
        // Who must pay council tax is 18 or older: Local Government Finance Act 1992, section 6(5).
        { block: "date-of-birth", max: "-18y" },
        {
          type: "text",
          id: "national-insurance",
          reads: "code",
          private: true,
          required: false,
          maxLength: 13,
          width: "half",
        },
      ],
    },
    // Who is treated as not in Great Britain, or is subject to immigration control, gets none: SI 2012/2885, regulations 12
    // and 13. To be confirmed, as those on savings, students and partners below: docs/law.md.
    {
      kind: "questions",
      id: "status",
      section: "you-and-partner",
      questions: [
        {
          type: "radios",
          id: "status",
          options: [
            { id: "british-or-irish" },
            { id: "settled" },
            { id: "pre-settled" },
            { id: "refugee" },
            { id: "visa" },
            { id: "other" },
            { id: "not-known", divider: true },
          ],
        },
      ],
    },
    {
      kind: "questions",
      id: "circumstances",
      section: "you-and-partner",
      questions: [
        {
          type: "checkboxes",
          id: "circumstances",
          options: [
            { id: "disabled" },
            { id: "carer" },
            { id: "care-leaver" },
            { id: "pregnant" },
            // Most students get none: the Default Scheme, SI 2012/2886, schedule, paragraph 24 and part 11.
            { id: "student" },
            { id: "armed-forces-pension" },
            { id: "other" },
          ],
          none: true,
        },
      ],
    },
    {
      kind: "questions",
      id: "circumstances-details",
      section: "you-and-partner",
      when: { in: ["other", { var: "circumstances" }] },
      questions: [{ type: "textarea", id: "circumstances-details", private: true, maxLength: 1000 }],
    },
    { kind: "questions", id: "partner", section: "you-and-partner", questions: [{ type: "yes-no", id: "partner" }] },
    {
      kind: "questions",
      id: "about-partner",
      section: "you-and-partner",
      when: { "==": [{ var: "partner" }, "yes"] },
      questions: [
        { type: "name", id: "partner-name" },
        // People may marry at 16 in Scotland: Marriage (Scotland) Act 1977, section 1.
        { type: "date", id: "partner-birth", min: "-120y", max: "-16y" },
        {
          type: "text",
          id: "partner-insurance",
          reads: "code",
          private: true,
          required: false,
          maxLength: 13,
          width: "half",
        },
      ],
    },
    { kind: "questions", id: "lives-with", section: "household", questions: [{ type: "yes-no", id: "lives-with" }] },
    {
      kind: "questions",
      id: "members",
      section: "household",
      when: { "==": [{ var: "lives-with" }, "yes"] },
      questions: [
        {
          type: "group",
          id: "members",
          min: 1,
          max: 15,
          questions: [
            { type: "name", id: "member-name" },
            { type: "date", id: "member-birth", min: "-120y", max: "today" },
            {
              type: "select",
              id: "member-relation",
              options: [
                { id: "child" },
                { id: "grandchild" },
                { id: "parent" },
                { id: "brother-or-sister" },
                { id: "other-relative" },
                { id: "friend" },
                { id: "lodger" },
                { id: "live-in-carer" },
                { id: "other" },
              ],
            },
            {
              type: "select",
              id: "member-situation",
              options: [
                { id: "under-school-age" },
                { id: "school-or-college" },
                { id: "university" },
                { id: "working" },
                { id: "not-working" },
                { id: "retired" },
                { id: "ill-or-disabled" },
                { id: "other" },
                { id: "not-known" },
              ],
            },
          ],
        },
      ],
    },
    {
      kind: "questions",
      id: "benefits",
      section: "income",
      questions: [
        {
          type: "checkboxes",
          id: "benefits",
          options: [
            { id: "universal-credit" },
            { id: "pension-credit-guarantee" },
            { id: "pension-credit-savings" },
            { id: "new-style-jsa" },
            { id: "new-style-esa" },
            { id: "disability-benefit" },
            { id: "carers-allowance" },
            { id: "child-benefit" },
            { id: "housing-benefit" },
            { id: "state-pension" },
            { id: "other" },
          ],
          none: true,
        },
      ],
    },
    {
      kind: "questions",
      id: "other-benefit",
      section: "income",
      when: { in: ["other", { var: "benefits" }] },
      questions: [{ type: "textarea", id: "other-benefit", maxLength: 500 }],
    },
    {
      kind: "questions",
      id: "earnings",
      section: "income",
      when: { "!": incomeIsKnown },
      questions: [
        {
          type: "checkboxes",
          id: "earnings",
          options: [
            { id: "wages" },
            { id: "self-employed" },
            { id: "pension" },
            { id: "rent" },
            { id: "maintenance" },
            { id: "student-finance" },
            { id: "other" },
          ],
          none: true,
        },
      ],
    },
    {
      kind: "questions",
      id: "jobs",
      section: "income",
      when: { and: [{ "!": incomeIsKnown }, { in: ["wages", { var: "earnings" }] }] },
      questions: [
        {
          type: "group",
          id: "jobs",
          min: 1,
          max: 6,
          questions: [
            { type: "radios", id: "job-whose", options: [{ id: "me" }, { id: "partner" }], inline: true },
            { type: "text", id: "employer", maxLength: 150 },
            { type: "money", id: "job-pay" },
            { block: "how-often", id: "job-frequency" },
          ],
        },
      ],
    },
    {
      kind: "questions",
      id: "self-employment",
      section: "income",
      when: { and: [{ "!": incomeIsKnown }, { in: ["self-employed", { var: "earnings" }] }] },
      questions: [
        { type: "text", id: "self-employed-work", maxLength: 200 },
        { type: "date", id: "self-employed-since", min: "-80y", max: "today" },
        { type: "money", id: "self-employed-takings" },
        { type: "money", id: "self-employed-costs" },
      ],
    },
    {
      kind: "questions",
      id: "pensions",
      section: "income",
      when: { and: [{ "!": incomeIsKnown }, { in: ["pension", { var: "earnings" }] }] },
      questions: [
        {
          type: "group",
          id: "pensions",
          min: 1,
          max: 10,
          questions: [
            { type: "radios", id: "pension-whose", options: [{ id: "me" }, { id: "partner" }], inline: true },
            { type: "text", id: "pension-provider", maxLength: 150 },
            { type: "money", id: "pension-amount" },
            { block: "how-often", id: "pension-frequency" },
          ],
        },
      ],
    },
    {
      kind: "questions",
      id: "other-income",
      section: "income",
      when: {
        and: [
          { "!": incomeIsKnown },
          {
            or: [
              { in: ["rent", { var: "earnings" }] },
              { in: ["maintenance", { var: "earnings" }] },
              { in: ["student-finance", { var: "earnings" }] },
              { in: ["other", { var: "earnings" }] },
            ],
          },
        ],
      },
      questions: [
        {
          type: "group",
          id: "other-income",
          min: 1,
          max: 10,
          questions: [
            { type: "text", id: "income-kind", maxLength: 150 },
            { type: "money", id: "income-amount" },
            { block: "how-often", id: "income-frequency" },
          ],
        },
      ],
    },
    {
      kind: "questions",
      id: "childcare",
      section: "income",
      when: { and: [{ "!": incomeIsKnown }, { "==": [{ var: "lives-with" }, "yes"] }] },
      questions: [{ type: "money", id: "childcare-cost", required: false }],
    },
    // Above £16,000 there is mostly none, and above £6,000 less, as in the Default Scheme (SI 2012/2886, schedule, paragraphs
    // 23 and 72). For pensioners SI 2012/2885, schedule 1: less from £10,000 on.
    {
      kind: "questions",
      id: "savings-band",
      section: "income",
      when: savingsCount,
      questions: [
        {
          type: "radios",
          id: "savings-band",
          options: [
            { id: "up-to-6000" },
            { id: "from-6000-to-16000" },
            { id: "over-16000" },
            { id: "not-known", divider: true },
          ],
        },
      ],
    },
    {
      kind: "notice",
      id: "high-savings",
      section: "income",
      when: { "==": [{ var: "savings-band" }, "over-16000"] },
    },
    {
      kind: "questions",
      id: "savings",
      section: "income",
      when: { in: [{ var: "savings-band" }, ["from-6000-to-16000", "over-16000", "not-known"]] },
      questions: [
        {
          type: "group",
          id: "savings",
          min: 1,
          max: 15,
          questions: [
            { type: "radios", id: "savings-whose", options: whose },
            {
              type: "select",
              id: "savings-kind",
              options: [
                { id: "current-account" },
                { id: "savings-account" },
                { id: "isa" },
                { id: "cash" },
                { id: "premium-bonds" },
                { id: "shares" },
                { id: "money-abroad" },
                { id: "other" },
              ],
            },
            { type: "money", id: "savings-amount" },
          ],
        },
      ],
    },
    {
      kind: "questions",
      id: "other-property",
      section: "income",
      when: savingsCount,
      questions: [{ type: "yes-no", id: "other-property" }],
    },
    {
      kind: "questions",
      id: "property-details",
      section: "income",
      when: { "==": [{ var: "other-property" }, "yes"] },
      questions: [{ type: "textarea", id: "property-details", maxLength: 1000 }],
    },
    {
      kind: "questions",
      id: "claim-from",
      section: "claim",
      questions: [{ type: "radios", id: "claim-from", options: [{ id: "now" }, { id: "earlier" }] }],
    },
    // Pensioners: up to 3 months, whatever the reason (SI 2012/2885, schedule 8, paragraph 6; the 3 months are to be
    // confirmed: docs/law.md). Others: as the council's own scheme says; here as in the Default Scheme (SI 2012/2886,
    // schedule, paragraph 112), up to 6 months with a good reason.
    {
      kind: "questions",
      id: "backdate-pension-age",
      section: "claim",
      when: { and: [{ "==": [{ var: "claim-from" }, "earlier"] }, isOfPensionAge] },
      questions: [{ type: "date", id: "backdate-to", min: "-3m", max: "today" }],
    },
    {
      kind: "questions",
      id: "backdate",
      section: "claim",
      when: { and: [{ "==": [{ var: "claim-from" }, "earlier"] }, { "!": isOfPensionAge }] },
      questions: [
        { type: "date", id: "backdate-from", min: "-6m", max: "today" },
        { type: "textarea", id: "backdate-reason", maxLength: 1000 },
      ],
    },
    {
      kind: "questions",
      id: "income-evidence",
      section: "claim",
      when: { "!": incomeIsKnown },
      questions: [{ type: "upload", id: "income-evidence", required: false, maxFiles: 10 }],
    },
    {
      kind: "questions",
      id: "anything-else",
      section: "claim",
      questions: [{ type: "textarea", id: "anything-else", required: false, maxLength: 2000 }],
    },
    { block: "contact", section: "finish", questions: { email: { required: true } } },
    {
      kind: "questions",
      id: "declarations",
      section: "finish",
      questions: [
        { type: "declaration", id: "true-answers" },
        { type: "declaration", id: "tell-changes" },
        { type: "declaration", id: "allow-checks" },
        { type: "declaration", id: "partner-agrees", when: { "==": [{ var: "partner" }, "yes"] } },
      ],
    },
  ],
  // An appeal: Local Government Finance Act 1992, section 16; the time limits are those of the Valuation Tribunal.
  outcomes: [
    { id: "granted", state: "done" },
    { id: "refused", state: "closed" },
  ],
  standard: { workingDays: 20 },
  team: "benefits",
  related: ["pay-council-tax", "book-advisor-appointment", "request-call-back"],
  owner: { team: "benefits", reviewed: "2026-10-01", reviewBy: "2027-10-01" },
});
