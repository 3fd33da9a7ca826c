import { defineBlock } from "../block";

export default defineBlock({ id: "collection-notes", question: { type: "textarea", required: false, maxLength: 500 } });
