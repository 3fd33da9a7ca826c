import { bookingOf } from "../features/bookings/bookings.server";
import { type CaseView, findCaseFor } from "../features/cases/cases.server";
import { paymentsOf } from "../features/payments/payments.server";
import { calendarDate } from "../platform/clock";
import { type Context, goTo, type PageView, type Redirect, refuse } from "../platform/context.server";
import type { OfferedService } from "../services/catalogue.server";
import { findDefinition } from "../services/catalogue.server";
import { standardFor, standardKeys } from "../services/standard";
import { promiseOf } from "./check.server";
import { findDraftFor } from "./drafts.server";
import { relatedOf } from "./start.server";
import { leadOn } from "./submit.server";
import { getService } from "./visit.server";

export interface DoneView extends PageView {
  kind: "done";
  heading: string;
  reference: string;
  /** The person's email address, where a receipt goes to. */
  email: string | undefined;
  /** The receipt did not leave: too many messages had gone to that address. */
  held: boolean;
  promise: string | undefined;
  booked: { when: string; place: string | undefined; calendar: string } | undefined;
  paid: { amount: string; receipt: string } | undefined;
  /** A payment that is still open. */
  pay: string | undefined;
  steps: { title: string; date?: string }[];
  caseHref: string;
  related: { title: string; href: string }[];
  isGuest: boolean;
}

/** The confirmation of a sent service: its reference, what happens next and by when. */
export async function showDone(context: Context, params: Record<string, string | undefined>): Promise<DoneView> {
  const service = findDefinition(params["service"] ?? "");
  const sent = service && (await findCaseFor(context, { reference: params["reference"] ?? "" }));
  if (!sent || sent.serviceId !== service.id) throw refuse(404);
  const { text, blanks } = context;
  const key = `services/${service.id}`;
  const link = (path: string) => blanks.mark(text.link(path));
  const booking = await bookingOf(context, sent.id);
  const payments = await paymentsOf(context, sent.id);
  const paid = payments.find((payment) => payment.state === "paid");
  const open = sent.state === "unpaid" ? payments.at(-1) : undefined;
  const when =
    booking &&
    (booking.unit === "day" ? text.date(booking.start) : `${text.date(booking.start)}, ${text.time(booking.start)}`);
  return {
    title: text.t(open ? "flow:done.unpaid" : headingKey(service), { title: text.t(`${key}:title`) }),
    kind: "done",
    heading: text.t(open ? "flow:done.unpaid" : headingKey(service)),
    reference: blanks.mark(sent.reference),
    email: sent.contact.email && blanks.mark(sent.contact.email),
    held: sent.emailHeld,
    promise: sent.targetDate && !open ? promiseOf(context, service, sent.answers, sent.targetDate) : undefined,
    booked:
      when && booking?.state === "booked"
        ? { when: blanks.mark(when), place: placeOf(booking), calendar: link(`/cases/${sent.reference}/calendar.ics`) }
        : undefined,
    paid: paid && { amount: text.money(paid.amountPence), receipt: link(`/payments/${paid.id}/receipt`) },
    pay: open && link(`/payments/${open.id}`),
    steps: open ? [] : nextSteps(context, service, sent),
    caseHref: link(`/cases/${sent.reference}`),
    related: await relatedOf(context, service),
    isGuest: context.actor.kind === "guest",
  };
}

const placeOf = ({ place, address }: { place?: string; address?: string }) =>
  [place, address].filter(Boolean).join(", ") || undefined;

const headingKey = (service: OfferedService) => `flow:done.${service.processes[0]}`;

/** What happens next, in three steps: the first is today's, the last one has the promised date. */
function nextSteps(context: Context, service: OfferedService, sent: CaseView): { title: string; date?: string }[] {
  const { text } = context;
  const date = sent.targetDate ? text.day(sent.targetDate) : "";
  const team = text.t(`flow:teams.${sent.team}`);
  const keys = standardKeys(service.id, standardFor(service, sent.answers)?.words, "next");
  const own = text.items(keys.find(text.has) ?? "", { date, team });
  const steps = service.settledBy === "payment" ? [text.t("flow:done.receipt-next"), ...own] : own;
  const today = text.t("flow:done.today", { date: text.day(calendarDate(sent.createdAt)) });
  return steps.map((title, index) => ({
    title,
    date: index === 0 ? today : index === steps.length - 1 && date ? text.t("flow:done.by", { date }) : undefined,
  }));
}

/** Where a form leads whose draft was sent already, from another tab or before Back. */
export async function showSentDraft(context: Context, params: Record<string, string | undefined>): Promise<Redirect> {
  const service = await getService(context, params["service"]);
  const draft = await findDraftFor(context, params["draft"], "draft.see");
  if (draft?.state !== "submitted") return goTo(context, `/services/${service.id}`);
  return leadOn(context, service, draft.id, { isSender: false });
}
