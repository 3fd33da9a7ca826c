/**
 * The door to what staff do with cases: find them, and move them on.
 * @example const outcome = await saveChange(house, caseId, { to: "in-progress", note: "", seen, by });
 */

export { makeCaseList, readFilter } from "./case-list.server";
export { type CaseworkParts, makeCaseworkPage, versionOf } from "./case-view.server";
export { type Change, type SaveError, saveChange } from "./change.server";
export { readMove } from "./moves";
