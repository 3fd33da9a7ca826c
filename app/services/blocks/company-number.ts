import { defineBlock } from "../block";

export default defineBlock({
  id: "company-number",
  question: { type: "company-number", fact: { key: "company", reuse: "confirm" } },
});
