import contact from "./contact";
import details from "./details";
import photos from "./photos";
import receipt from "./receipt";

/** Questions that many services ask, by id. */
export const questionBlocks = [details, photos];
/** Every block that a definition can take in. */
export const blocks = [contact, receipt, ...questionBlocks];

export type BlockId = (typeof blocks)[number]["id"];
export type QuestionBlockId = (typeof questionBlocks)[number]["id"];
