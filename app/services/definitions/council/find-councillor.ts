import { defineService } from "../../service";

export default defineService({
  id: "find-councillor",
  version: 1,
  processes: ["find"],
  subject: "council",
  lgsl: 358,
  audience: ["resident", "business"],
  signIn: "none",
  minutes: 1,
  steps: [
    {
      kind: "questions",
      id: "address",
      questions: [{ type: "address", id: "address", borough: true, fact: { key: "address" } }],
    },
  ],
  find: { source: "councillors", by: "address" },
  team: "democratic-services",
  related: ["request-call-back", "report-pothole", "book-advisor-appointment"],
  owner: { team: "democratic-services", reviewed: "2026-10-01", reviewBy: "2027-10-01" },
});
