import { defineService } from "../../service";

export default defineService({
  id: "find-library",
  version: 1,
  processes: ["find"],
  subject: "libraries",
  lgsl: 437,
  // Public Libraries and Museums Act 1964, section 4: where there are two councils, the county is the library authority.
  body: "county",
  audience: ["resident"],
  signIn: "none",
  minutes: 1,
  popularity: 70,
  steps: [
    {
      kind: "questions",
      id: "facility",
      questions: [
        {
          type: "radios",
          id: "facility",
          options: [
            { id: "all" },
            { id: "computers" },
            { id: "printing" },
            { id: "childrens-area" },
            { id: "study-space" },
            { id: "meeting-room" },
            { id: "step-free" },
            { id: "accessible-toilet" },
            { id: "open-evening" },
            { id: "open-saturday" },
            { id: "open-sunday" },
          ],
        },
      ],
    },
  ],
  find: { source: "libraries", by: "facility" },
  team: "libraries",
  related: ["book-advisor-appointment", "request-call-back", "find-councillor"],
  owner: { team: "libraries", reviewed: "2026-10-01", reviewBy: "2027-10-01" },
});
