import { defineBlock } from "../block";

export default defineBlock({
  id: "business-name",
  question: {
    type: "text",
    maxLength: 160,
    autocomplete: "organization",
    fact: { key: "organisation", reuse: "confirm" },
  },
});
