/** The door to what kiosks look like. */
export { DevicesPage, type DevicesView } from "./devices-page";
export { EnrolPage, type EnrolView } from "./enrol-page";
export { HelpPage, type HelpView } from "./help-page";
export { KioskFrame, KioskHead } from "./kiosk-frame";
export { StartPage, type StartView } from "./start-page";
