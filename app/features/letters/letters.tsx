/** The door to what calls and letters look like. */
export { CallPage, type CallView } from "./call-page";
export { ClientNotice } from "./client-notice";
export { LetterConfirmPage, type LetterConfirmView, letterDeeds } from "./confirm-page";
export { LetterPage, type LetterPageView, PrintedPage, QueuePage, type QueueView } from "./letter-pages";
