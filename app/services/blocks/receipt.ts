import { defineBlock } from "../block";

export default defineBlock({
  id: "receipt",
  steps: [
    {
      kind: "questions",
      id: "contact",
      questions: [{ type: "email", id: "email", required: false, fact: { key: "email" } }],
    },
  ],
});
