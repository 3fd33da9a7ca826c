import { defineBlock } from "../block";

export default defineBlock({ id: "insurance-evidence", question: { type: "upload", maxFiles: 2 } });
