import type { Doer } from "../../platform/actor";
import { audit } from "../../platform/audit.server";
import type { House } from "../../platform/house.server";
import { type BookingView, bookingOf, cancelBooking } from "../bookings/bookings.server";
import type { CaseView } from "./records.server";

/** Writes down that the place of a case is booked or given back, in the transaction that does it. */
export const auditBooking = (
  house: House,
  { subject, reference }: CaseView,
  by: Doer,
  { id }: BookingView,
  act: "confirmed" | "cancelled",
): Promise<void> =>
  audit(
    house,
    { ...by, subject },
    { action: `booking.${act}`, record: { kind: "booking", id }, detail: { reference } },
  );

/**
 * Gives the place of a case back, in the caller's transaction.
 * @returns the booking; undefined where there was none to give back
 */
export async function cancelPlace(house: House, view: CaseView, by: Doer): Promise<BookingView | undefined> {
  const before = await bookingOf(house, view.id);
  const cancelled = await cancelBooking(house, { caseId: view.id });
  const isLive = before?.state === "booked" || before?.state === "held";
  if (!isLive || !cancelled.ok) return undefined;
  await auditBooking(house, view, by, cancelled.value, "cancelled");
  return cancelled.value;
}
