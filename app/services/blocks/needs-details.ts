import { defineBlock } from "../block";

export default defineBlock({ id: "needs-details", question: { type: "textarea", maxLength: 500 } });
