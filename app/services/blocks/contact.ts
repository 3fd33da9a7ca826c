import { defineBlock } from "../block";

export default defineBlock({
  id: "contact",
  steps: [
    {
      kind: "questions",
      id: "contact",
      questions: [
        { type: "name", id: "name", fact: { key: "name" } },
        { type: "email", id: "email", required: false, fact: { key: "email" } },
        { type: "phone", id: "phone", required: false, fact: { key: "phone" } },
      ],
    },
  ],
});
