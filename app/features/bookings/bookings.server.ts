/**
 * The door to bookings: places in slots of a resource, held for a draft, booked for a case.
 * @example
 * const held = await holdSlot(house, { slotId, draftId });
 * if (!held.ok) return nearestSlots(house, slotId, 3);
 * await house.db.transaction(() => confirmBooking(house, { draftId, caseId }));
 */
export { type BookingView, bookingOf, bookingsOf } from "./booking-view.server";
export { type CalendarFile, calendarFile } from "./calendar.server";
export {
  bookPaid,
  cancelBooking,
  confirmBooking,
  holdAgain,
  holdForPayment,
  keepForRetry,
} from "./confirm.server";
export {
  type AskPayment,
  type HoldError,
  type HoldView,
  holdSlot,
  releaseExpired,
  releaseHold,
  renewHold,
} from "./holds.server";
export {
  findResource,
  hasBookable,
  listSlots,
  nearestSlots,
  type Resource,
  type SlotDay,
  type SlotView,
  type Unit,
} from "./slots.server";
export { listVenues, type Venue } from "./venues.server";
