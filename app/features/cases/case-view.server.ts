import { calendarDate } from "../../platform/clock";
import type { Context, PageView } from "../../platform/context.server";
import { fieldOf } from "../../platform/http/field";
import { isolate } from "../../platform/i18n/isolate";
import { allows, type Standing } from "../../platform/rights";
import { wordsOfOutcome } from "../../services/outcomes";
import type { FileItem } from "../../ui/file-list/file-list";
import type { BookingView } from "../bookings/bookings.server";
import type { PaymentView } from "../payments/payments.server";
import { paragraphs, type TimelineEntry, timelineOf } from "./case-timeline";
import { truthOf } from "./case-truth.server";
import { isWaitingForReader, type StateTag, stateTag, whenOf } from "./case-words";
import type { CaseEvent, CaseView } from "./records.server";
import { following, isEnded } from "./states";

/** Answers as they were given, in cards: see `answerCards` of the flow. */
export interface ToldCard {
  title: string | undefined;
  rows: { key: string; lines: string[]; files?: FileItem[] }[];
}

interface PaymentLine {
  id: string;
  amount: string;
  state: string;
  receiptHref: string | undefined;
}

export interface CasePageView extends PageView {
  heading: string;
  reference: string;
  tag: StateTag;
  truth: string;
  /** What the council wrote last, where it says why things stand as they do. */
  message: string[];
  /** What the reader can do about how it ended, such as appeal. */
  more: string | undefined;
  done: "sent" | "cancelled" | "withdrawn" | undefined;
  timeline: TimelineEntry[];
  told: ToldCard[];
  /** With whose help it was filled in, a sentence each. */
  help: string[];
  payments: PaymentLine[];
  /** Where a payment is still to be made. */
  pay: { action: string; label: string } | undefined;
  booking: { when: string; where: string | undefined; state: string; calendarHref: string | undefined } | undefined;
  /** Where another one may be begun with the same answers. */
  again: string | undefined;
  /** Where the reader can end the case themselves. */
  end: { href: string; label: string } | undefined;
  call: string;
  /** Nobody else is signed in here: the reader may keep the case in an account. */
  isGuest: boolean;
}

/** What is known of a case beside its own row. */
export interface CaseParts {
  events: CaseEvent[];
  payments: PaymentView[];
  booking: BookingView | undefined;
  told: ToldCard[];
  /** How the reader stands to the person it is about. */
  standing: Standing;
  /** The service is one that people ask for again. */
  isReusable: boolean;
  help: string[];
}

/** The page of a case for the person it is about. */
export function makeCasePage(
  context: Context,
  view: CaseView,
  { events, payments, booking, told, help, standing, isReusable }: CaseParts,
): CasePageView {
  const { text, config, actor } = context;
  const { reference, state, serviceId } = view;
  const facts = { today: calendarDate(context.clock.now()), booking, amountPence: payments.at(-1)?.amountPence };
  const name = text.t(`services/${serviceId}:title`);
  return {
    title: text.t("cases:title", { service: name, reference }),
    heading: name,
    reference,
    tag: stateTag(text, state),
    truth: truthOf(text, view, facts),
    message: saysWhy(view) ? paragraphs(reasonOf(events)) : [],
    more: isEnded(state) ? wordsOfOutcome(text, serviceId, view.outcome, "more") : undefined,
    done: (["cancelled", "withdrawn"] as const).find((one) => one === fieldOf(context.url.searchParams, "done")),
    timeline: timelineOf(text, view, events, facts),
    told,
    help,
    payments: allows(standing, "payment.see") ? payments.map((payment) => lineOf(context, payment)) : [],
    pay: state === "unpaid" && allows(standing, "payment.make") ? payOf(context, payments.at(-1)) : undefined,
    booking: booking && bookingOf(context, view, booking),
    again: isReusable && allows(standing, "case.reuse") ? text.link(`/cases/${reference}/again`) : undefined,
    end: allows(standing, "case.end") ? endOf(context, view, booking) : undefined,
    call: text.t("cases:call", { phone: isolate(config.council.phone) }),
    isGuest: actor.kind === "guest",
  };
}

/** These states are hardly understood without what was written about them. */
const saysWhy = ({ state }: CaseView) => state === "waiting-for-you" || isEnded(state);

/** What staff wrote with the state that stands, or after it: what they wrote before is about something else. */
const reasonOf = (events: CaseEvent[]) =>
  events
    .slice(
      Math.max(
        events.findLastIndex(({ kind }) => kind === "state"),
        0,
      ),
    )
    .findLast(({ byKind, note }) => byKind === "staff" && note)?.note;

const lineOf = ({ text }: Context, { id, amountPence, state }: PaymentView): PaymentLine => ({
  id,
  amount: text.money(amountPence),
  state: text.t(`payments:states.${state}`),
  receiptHref: state === "paid" || state === "refunded" ? text.link(`/payments/${id}/receipt`) : undefined,
});

const payOf = ({ text }: Context, payment: PaymentView | undefined) =>
  payment && {
    action: text.link(`/payments/${payment.id}`),
    label: text.t("cases:pay", { amount: text.money(payment.amountPence) }),
  };

function bookingOf({ text }: Context, { reference }: CaseView, booking: BookingView): CasePageView["booking"] {
  const isBooked = booking.state === "booked";
  return {
    when: whenOf(text, booking),
    where: [booking.place, booking.address].filter(Boolean).join(", ") || undefined,
    state: text.t(`bookings:states.${booking.state}`),
    calendarHref: isBooked ? text.link(`/cases/${reference}/calendar.ics`) : undefined,
  };
}

/** How the reader can end a case: giving a booked place back, or withdrawing it; none once it is over. */
export function endingOf(
  view: CaseView,
  booking: BookingView | undefined,
  now: Date,
): "cancelled" | "withdrawn" | undefined {
  const hasPlace = booking?.state === "booked" || booking?.state === "held";
  if (hasPlace && booking.start <= now) return undefined;
  const to = hasPlace ? "cancelled" : "withdrawn";
  return following[view.state].includes(to) ? to : undefined;
}

function endOf({ text, clock }: Context, view: CaseView, booking: BookingView | undefined): CasePageView["end"] {
  const to = endingOf(view, booking, clock.now());
  return to && { href: text.link(`/cases/${view.reference}/cancel`), label: text.t(`cases:end.${to}.link`) };
}

/** One line about a case, on the home page and in the account. */
export interface CaseCardView {
  reference: string;
  title: string;
  href: string;
  tag: StateTag;
  truth: string;
  state: CaseView["state"];
  isWaiting: boolean;
  isOver: boolean;
  sent: string;
}

export function makeCaseCard(context: Context, view: CaseView, booking?: BookingView): CaseCardView {
  const { text, clock } = context;
  return {
    reference: view.reference,
    title: text.t(`services/${view.serviceId}:title`),
    href: text.link(`/cases/${view.reference}`),
    tag: stateTag(text, view.state),
    truth: truthOf(text, view, { today: calendarDate(clock.now()), booking }),
    state: view.state,
    isWaiting: isWaitingForReader(view.state),
    isOver: isEnded(view.state),
    sent: text.t("cases:sent", { date: text.day(view.createdAt) }),
  };
}
