/** The door to what cases look like. */
export { CaseCards } from "./case-cards";
export { CasePage, CaseTimeline, ToldPart } from "./case-page";
export { type TimelineEntry, timelineOf } from "./case-timeline";
export type { CaseCardView, CasePageView, ToldCard } from "./case-view.server";
export { type StateTag, stateTag, whenOf } from "./case-words";
export { EndPage, type EndView } from "./end-page";
export { TrackPage, type TrackView } from "./track-page";
