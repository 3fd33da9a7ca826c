import { defineService } from "../../service";

export default defineService({
  id: "pay-council-tax",
  version: 1,
  processes: ["pay"],
  subject: "council-tax",
  audience: ["resident"],
  signIn: "optional",
  minutes: 3,
  popularity: 95,
  steps: [
    { kind: "questions", id: "bill", questions: [{ type: "bill", id: "bill", register: "council-tax" }] },
    {
      kind: "questions",
      id: "amount",
      questions: [{ type: "money", id: "amount", minPence: 100, maxPence: 1_000_000 }],
    },
    { block: "receipt" },
  ],
  fee: { var: "amount" },
  settledBy: "payment",
  team: "finance",
  related: ["apply-council-tax-support", "request-call-back", "pay-invoice"],
  owner: { team: "finance", reviewed: "2026-10-01", reviewBy: "2027-10-01" },
});
