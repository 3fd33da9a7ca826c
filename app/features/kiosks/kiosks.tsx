/** The door to what kiosks look like. */
export { DevicesPage, type DevicesView } from "./devices-page";
export { EnrolPage, type EnrolView } from "./enrol-page";
export { FloorCalls, waitingCalls } from "./floor-calls";
export { FloorHelpPage, type FloorHelpView, helpKinds } from "./floor-help-page";
export { FloorPage, type FloorView } from "./floor-page";
export { HandoverPage, type HandoverPageView } from "./handover-page";
export { type HelpLine, helpLineOf, standOfHelpLine } from "./help-line";
export { HelpNotice, HelpPlace } from "./help-notice";
export { HelpPage, type HelpView } from "./help-page";
export { IdlePage, type IdleView } from "./idle-page";
export { KioskFrame, KioskHead } from "./kiosk-frame";
export { classesOf } from "./look";
export { PinsPage, type PinsView } from "./pins-page";
export { StartPage, type StartView } from "./start-page";
export { TakePage, type TakeView } from "./take-page";
export { TakenPage, type TakenView } from "./taken-page";
