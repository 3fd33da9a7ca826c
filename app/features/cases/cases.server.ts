/**
 * The door to cases: what residents asked for, and what became of it.
 * @example
 * const opened = await openCase(house, { draftId, serviceId, subject, state: "received", ... });
 * await changeState(house, opened.id, { to: "in-progress", note, by: { byKind: "staff", byId } });
 */
export { adoptCases, findCaseFor, forgetAccessOf, forgetOldAccess } from "./access.server";
export { auditBooking } from "./booking.server";
export { endingOf, makeCaseCard, makeCasePage } from "./case-view.server";
export { addNote, auditLook, auditRead, changeState, markPaid, markPaymentEnded } from "./change.server";
export { listCases, listOwnCases } from "./lists.server";
export { type NewCase, openCase } from "./open.server";
export { type CaseEvent, type CaseView, findCase, listEvents } from "./records.server";
export { type CaseState, following, isEnded, staffStates } from "./states";
export { tellBooking, tellPaid, tellReceived } from "./tell.server";
export { openByCode, openByLink, sendTrackingCode } from "./tracking.server";
