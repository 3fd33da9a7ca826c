import { defineBlock } from "../block";

export default defineBlock({
  id: "how-often",
  question: {
    type: "select",
    options: [{ id: "weekly" }, { id: "two-weekly" }, { id: "four-weekly" }, { id: "monthly" }, { id: "yearly" }],
  },
});
