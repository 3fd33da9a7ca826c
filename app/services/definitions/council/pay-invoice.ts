import { defineService } from "../../service";

export default defineService({
  id: "pay-invoice",
  version: 1,
  processes: ["pay"],
  subject: "council",
  audience: ["resident", "business"],
  signIn: "optional",
  minutes: 3,
  steps: [
    {
      kind: "questions",
      id: "invoice",
      questions: [
        { type: "text", id: "postcode", maxLength: 10, width: "short", autocomplete: "postal-code" },
        { type: "bill", id: "bill", register: "invoice", with: "postcode" },
      ],
    },
    { block: "receipt" },
  ],
  fee: { var: "bill.duePence" },
  settledBy: "payment",
  team: "finance",
  related: ["pay-council-tax", "pay-parking-charge", "request-call-back"],
  owner: { team: "finance", reviewed: "2026-10-01", reviewBy: "2027-10-01" },
});
