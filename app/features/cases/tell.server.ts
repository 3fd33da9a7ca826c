import { calendarDate } from "../../platform/clock";
import type { House } from "../../platform/house.server";
import { pathFor } from "../../platform/i18n/languages";
import { sendMessage } from "../notifications/notifications.server";
import type { CaseView } from "./records.server";
import { isEnded } from "./states";

/** A booked time, as messages name it. A whole day is named without a time. */
export interface Booked {
  unit: "time" | "day";
  start: Date;
  place?: string | undefined;
  address?: string | undefined;
}

/** Whom a case's messages go to, in which language; undefined where the person gave no address. */
function addressee({ contact, locale, reference, subject }: CaseView) {
  if (!contact.email) return undefined;
  // Whoever gave the address is a member: their page opens without a code.
  const path =
    subject.kind === "organisation" ? pathFor(subject.id, `/cases/${reference}`) : `/track?reference=${reference}`;
  return { to: contact.email, lng: locale, link: { path } };
}

const about = ({ contact, reference, serviceId }: CaseView) => ({ name: contact.name, reference, serviceId });

const whenOf = ({ unit, start }: Booked) => (unit === "day" ? calendarDate(start) : start.toISOString());
const placeOf = ({ place, address }: Booked) => [place, address].filter(Boolean).join(", ") || undefined;

/** Says that a case is here, what its reference is and by when to expect what. */
export async function tellReceived(house: House, view: CaseView): Promise<void> {
  const to = addressee(view);
  if (to)
    await sendMessage(house, view.by, {
      ...to,
      template: "case-received",
      values: { ...about(view), date: view.targetDate },
    });
}

/** Says what became of a case, with the note that staff wrote. */
export async function tellChanged(house: House, view: CaseView, note: string | undefined): Promise<void> {
  const to = addressee(view);
  if (!to) return;
  const values = { ...about(view), note };
  if (view.state === "done") await sendMessage(house, view.by, { ...to, template: "case-done", values });
  else {
    const date = isEnded(view.state) ? undefined : view.targetDate;
    await sendMessage(house, view.by, {
      ...to,
      template: "case-updated",
      values: { ...values, status: view.state, date },
    });
  }
}

/** Says when and where somebody is booked, or that the booking is cancelled. */
export async function tellBooking(
  house: House,
  view: CaseView,
  booked: Booked,
  kept: "confirmed" | "cancelled",
): Promise<void> {
  const to = addressee(view);
  const values = { ...about(view), when: whenOf(booked), place: placeOf(booked) };
  if (to) await sendMessage(house, view.by, { ...to, template: `booking-${kept}`, values });
}

/** The receipt of a payment. */
export async function tellPaid(house: House, view: CaseView, amountPence: number): Promise<void> {
  const to = addressee(view);
  const values = { ...about(view), amount: amountPence, date: calendarDate(house.clock.now()) };
  if (to) await sendMessage(house, view.by, { ...to, template: "payment-receipt", values });
}
