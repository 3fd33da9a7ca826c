import { defineService } from "../../service";

export default defineService({
  id: "find-collection-day",
  version: 1,
  processes: ["find"],
  subject: "waste-and-recycling",
  lgsl: 524,
  audience: ["resident"],
  signIn: "none",
  minutes: 1,
  popularity: 95,
  steps: [
    {
      kind: "questions",
      id: "address",
      questions: [{ type: "address", id: "address", borough: true, fact: { key: "address" } }],
    },
  ],
  find: { source: "collections", by: "address" },
  team: "waste",
  related: ["report-missed-collection", "request-recycling-container", "request-assisted-collection"],
  owner: { team: "waste", reviewed: "2026-10-01", reviewBy: "2027-10-01" },
});
