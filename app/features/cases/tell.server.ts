import type { Doer } from "../../platform/actor";
import { calendarDate } from "../../platform/clock";
import type { House } from "../../platform/house.server";
import { isLanguage, pathFor } from "../../platform/i18n/languages";
import { findDefinition } from "../../services/catalogue.server";
import { standardFor } from "../../services/standard";
import { type BookingView, type CalendarFile, calendarFile } from "../bookings/bookings.server";
import { queueLetter } from "../letters/letters.server";
import { type Message, sendMessage } from "../notifications/notifications.server";
import { recipientsOf } from "./recipients.server";
import { type CaseView, updateCase } from "./records.server";
import { isEnded } from "./states";

/** Where a case's message leads: a member's page of their organisation opens without a code. */
const pathOf = ({ reference, subject }: CaseView) =>
  subject.kind === "organisation" ? pathFor(subject.id, `/cases/${reference}`) : `/track?reference=${reference}`;

/** Tells somebody of their case: by email, or by letter whom staff acted for on the phone and who has none. */
async function tell(
  house: House,
  view: CaseView,
  message: Pick<Message, "template" | "values" | "calendar">,
  writer = view.by.actor.kind,
): Promise<void> {
  const { locale, reference, by } = view;
  const written = { ...message, lng: locale } as Message;
  const recipients = await recipientsOf(house, view);
  // Whoever sent it may have typed any words as a name: an email greets nobody by it.
  const values = { ...written.values, name: undefined };
  for (const { email, proved } of recipients) {
    const trust = proved ? "proved" : writer === "staff" ? "council" : undefined;
    const mail = { ...written, values, to: email, link: { path: pathOf(view) } } as Message;
    if (!(await sendMessage(house, by, { ...mail, trust }))) await updateCase(house, view.id, { emailHeld: true });
  }
  if (recipients.length === 0 && by.subject.kind === "client")
    await queueLetter(house, by, { reference, message: written });
}

const about = ({ contact, reference, serviceId }: CaseView) => ({ name: contact.name, reference, serviceId });

/** By when to expect what, and in which words of its service. */
function promised({ serviceId, answers, targetDate }: CaseView): {
  date?: string | undefined;
  words?: string | undefined;
} {
  const definition = findDefinition(serviceId);
  return { date: targetDate, words: definition && standardFor(definition, answers)?.words };
}

const whenOf = ({ unit, start }: BookingView) => (unit === "day" ? calendarDate(start) : start.toISOString());
const placeOf = ({ place, address }: BookingView) => [place, address].filter(Boolean).join(", ") || undefined;

/** Says that a case is here, what its reference is and by when to expect what. */
export async function tellReceived(house: House, view: CaseView): Promise<void> {
  await tell(house, view, { template: "case-received", values: { ...about(view), ...promised(view) } });
}

/** Says what became of a case, with the note that staff wrote. */
export async function tellChanged(house: House, view: CaseView, note: string | undefined, by: Doer): Promise<void> {
  const values = { ...about(view), note, outcome: isEnded(view.state) ? view.outcome : undefined };
  const writer = by.actor.kind;
  if (view.state === "done") await tell(house, view, { template: "case-done", values }, writer);
  else {
    const by = isEnded(view.state) ? {} : promised(view);
    await tell(house, view, { template: "case-updated", values: { ...values, status: view.state, ...by } }, writer);
  }
}

/** Says when and where somebody is booked. */
export async function tellBooking(house: House, view: CaseView, booked: BookingView): Promise<void> {
  const values = { ...about(view), when: whenOf(booked), place: placeOf(booked) };
  await tell(house, view, { template: "booking-confirmed", values, calendar: calendarOf(house, view, booked) });
}

/** Says in one message that the booked place is given back and what became of its case, with the note about it. */
export async function tellCancelled(
  house: House,
  view: CaseView,
  booked: BookingView,
  note: string | undefined,
  by: Doer,
): Promise<void> {
  const values = { ...about(view), when: whenOf(booked), place: placeOf(booked), note, outcome: view.outcome };
  const message = { template: "booking-cancelled", values, calendar: calendarOf(house, view, booked) } as const;
  await tell(house, view, message, by.actor.kind);
}

/** The booking of a case for the reader's own calendar, where a mail program may take it over. */
function calendarOf(house: House, view: CaseView, booked: BookingView): CalendarFile {
  const lng = isLanguage(view.locale) ? view.locale : "en";
  const { t, link } = house.texts(lng);
  const title = t(`services/${view.serviceId}:title`);
  return calendarFile(house, booked, { title, url: house.config.publicUrl + link(pathOf(view)), lng });
}

/** The receipt of a payment. */
export async function tellPaid(house: House, view: CaseView, amountPence: number): Promise<void> {
  const values = { ...about(view), amount: amountPence, date: calendarDate(house.clock.now()) };
  await tell(house, view, { template: "payment-receipt", values });
}
