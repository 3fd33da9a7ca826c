import { defineService } from "../../service";

export default defineService({
  id: "pay-parking-charge",
  version: 1,
  processes: ["pay"],
  subject: "roads-and-parking",
  lgsl: 471,
  audience: ["resident", "business"],
  signIn: "optional",
  minutes: 3,
  popularity: 80,
  steps: [
    // The discount: 14 days, and 21 for a notice by post from an approved device (SI 2022/71, regulation 2, "the applicable
    // date"), which leaves out bus lanes and moving traffic in London (regulation 1(5)).
    { kind: "notice", id: "before-you-pay", bodies: ["red-routes"], services: ["request-call-back"] },
    {
      kind: "questions",
      id: "charge",
      questions: [
        { type: "vehicle", id: "vehicle" },
        { type: "bill", id: "bill", register: "parking-charge", with: "vehicle" },
      ],
    },
    { block: "receipt" },
  ],
  fee: { var: "bill.duePence" },
  settledBy: "payment",
  team: "parking",
  related: ["apply-resident-parking-permit", "request-call-back", "pay-invoice"],
  owner: { team: "parking", reviewed: "2026-10-01", reviewBy: "2027-10-01" },
});
