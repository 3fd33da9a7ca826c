import { defineService } from "../../service";

export default defineService({
  id: "pay-business-rates",
  version: 1,
  processes: ["pay"],
  subject: "business",
  audience: ["business"],
  signIn: "optional",
  minutes: 3,
  popularity: 20,
  steps: [
    {
      kind: "questions",
      id: "bill",
      questions: [
        { type: "text", id: "postcode", maxLength: 10, width: "short", autocomplete: "postal-code" },
        { type: "bill", id: "bill", register: "business-rates", with: "postcode" },
      ],
    },
    {
      kind: "questions",
      id: "amount",
      questions: [{ type: "money", id: "amount", minPence: 100, maxPence: 5_000_000, bill: "bill" }],
    },
    { block: "receipt" },
  ],
  fee: { var: "amount" },
  settledBy: "payment",
  team: "business-rates",
  related: ["report-change-of-occupier", "request-call-back", "pay-invoice"],
  owner: { team: "business-rates", reviewed: "2026-10-01", reviewBy: "2027-10-01" },
});
