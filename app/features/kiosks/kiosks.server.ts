/**
 * Kiosks: the PCs at which anybody may use the portal, and the visits to them.
 * @example
 * const kiosk = await findKiosk(house, token); // by the device's own cookie, in each of its requests
 * const visit = await beginVisit(house, kiosk); // one person, from the start screen to "End visit"
 */
export { type Call, callHelp, cancelCall, giveBackCall, listCalls, standOfCalls, takeCall } from "./calls.server";
export { addKiosk, enrolKiosk, enrolmentCode, getKiosk, listKiosks, renewCode, revokeKiosk } from "./devices.server";
export { givePin, listPins, openShift, shiftOf, sitesOf } from "./floor.server";
export { forgetOldHelps, forgetOldVisits } from "./forget.server";
export { makeHandoverPage, makeTakenPage, standAtKiosk, standAtTaker } from "./handover-view.server";
export {
  claimHandover,
  findHandoverBySlip,
  findHandoverByToken,
  forgetOldHandovers,
  getOwnHandover,
  type HandoverView,
  holdHandovers,
  makeHandover,
  requireSelf,
  sayYes,
  stopHandover,
  takeHandover,
} from "./handovers.server";
export {
  answerHelp,
  askToHelp,
  auditSeen,
  endHelp,
  findHelpOfVisit,
  getOwnHelp,
  type HelpView,
  listOpenHelps,
  moveHelp,
  noteHelp,
  recordHelp,
  wordHelp,
} from "./helps.server";
export { findKeptPage, keepPage, takeKeptId } from "./kept-pages.server";
export { changeLook, readLook, takeLook } from "./look.server";
export {
  beginVisit,
  closeVisit,
  findKiosk,
  isIdle,
  isVisitOpen,
  listEndedVisits,
  listForgottenVisits,
  type OpenVisit,
  openVisitOf,
  touchVisit,
} from "./visits.server";
