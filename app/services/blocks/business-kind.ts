import { defineBlock } from "../block";

export default defineBlock({
  id: "business-kind",
  question: {
    type: "radios",
    options: [{ id: "sole-trader" }, { id: "partnership" }, { id: "company" }, { id: "charity" }, { id: "other" }],
  },
});
