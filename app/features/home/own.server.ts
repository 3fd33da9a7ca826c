import type { Context } from "../../platform/context.server";
import { findSubject, may } from "../../platform/context.server";
import { foldedWords, plainTyped } from "../../platform/typed";
import { type BookingView, bookingsOf } from "../bookings/bookings.server";
import { type CaseCardView, whenOf } from "../cases/cases";
import { type CaseView, isEnded, listOwnCases, makeCaseCard } from "../cases/cases.server";

/** A booked time that is still to come. */
export interface ComingUp {
  when: string;
  start: Date;
  title: string;
  where: string | undefined;
  href: string;
}

/** The reader's own cases as cards, the newest first; those that go on with what is booked for them. */
export async function listOwnCards(
  context: Context,
  options: { onlyOpen?: boolean; limit?: number } = {},
): Promise<{ cards: CaseCardView[]; comingUp: ComingUp[] }> {
  const subject = findSubject(context);
  const cases = subject && may(context, "case.see", subject) ? await listOwnCases(context, subject, options) : [];
  const bookings = await bookingsOf(
    context,
    cases.filter(({ state }) => !isEnded(state)).map(({ id }) => id),
  );
  const withBookings = cases.map((view) => cardOf(context, view, bookings.get(view.id)));
  const comingUp = withBookings.flatMap(({ coming }) => (coming ? [coming] : []));
  return {
    cards: withBookings.map(({ card }) => card),
    comingUp: comingUp.sort((a, b) => a.start.getTime() - b.start.getTime()),
  };
}

function cardOf(
  context: Context,
  view: CaseView,
  booking: BookingView | undefined,
): { card: CaseCardView; coming: ComingUp | undefined } {
  const card = makeCaseCard(context, view, booking);
  if (booking?.state !== "booked" || booking.end <= context.clock.now()) return { card, coming: undefined };
  const where = [booking.place, booking.address].filter(Boolean).join(", ") || undefined;
  const { title, href } = card;
  return { card, coming: { when: whenOf(context.text, booking), start: booking.start, title, where, href } };
}

/** Whether a card has all the words that somebody looks for, in its name, its reference or its state. */
export function matches(card: CaseCardView, query: string): boolean {
  const plain = (text: string) => foldedWords(plainTyped(text));
  const { title, reference, tag, truth, sent } = card;
  const all = plain([title, reference, reference.replaceAll("-", ""), tag.label, truth, sent].join(" "));
  return plain(query)
    .split(/\s+/)
    .every((word) => all.includes(word));
}
