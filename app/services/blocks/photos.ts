import { defineBlock } from "../block";

export default defineBlock({ id: "photos", question: { type: "upload", required: false, maxFiles: 3 } });
