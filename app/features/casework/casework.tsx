/** The door to what casework looks like. */
export { CaseList, type CaseListView } from "./case-list";
export { CaseworkPage, type CaseworkView } from "./case-page";
