import { defineBlock } from "../block";

export default defineBlock({
  id: "bins",
  question: {
    type: "checkboxes",
    options: [{ id: "rubbish" }, { id: "recycling" }, { id: "food" }, { id: "garden" }, { id: "other" }],
  },
});
