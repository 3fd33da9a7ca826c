import { defineBlock } from "../block";

export default defineBlock({ id: "date-of-birth", question: { type: "date", min: "-120y", max: "today" } });
