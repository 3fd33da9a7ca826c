import { defineBlock } from "../block";

export default defineBlock({ id: "details", question: { type: "textarea", required: false, maxLength: 1000 } });
