import { calendarDate } from "../../platform/clock";
import type { Context } from "../../platform/context.server";
import { isolate } from "../../platform/i18n/isolate";
import type { BookingView } from "../bookings/bookings.server";
import { stateTag, type ToldCard, timelineOf, whenOf } from "../cases/cases";
import { type CaseEvent, type CaseView, following, isEnded, staffStates } from "../cases/cases.server";
import { linesOf as addressOf } from "../organisations/organisations";
import type { Organisation } from "../organisations/organisations.server";
import type { PaymentView } from "../payments/payments.server";
import type { CaseworkView } from "./case-page";
import { movesOf } from "./moves";

/** What tells one version of a case from the next. */
export const versionOf = (view: CaseView): string => `${view.updatedAt.getTime()}_${view.state}`;

export interface CaseworkParts {
  /** The business or charity that it was sent for, as it is now, and whether somebody else has its number too. */
  organisation: (Organisation & { rival: "taken" | "proved" | undefined }) | undefined;
  events: CaseEvent[];
  payments: PaymentView[];
  booking: BookingView | undefined;
  told: ToldCard[];
  help: string[];
}

/** A case as staff see it, with the states that they may move it to. */
export function makeCaseworkPage(context: Context, view: CaseView, parts: CaseworkParts): CaseworkView {
  const { text, url, clock } = context;
  const { reference, contact, state, targetDate } = view;
  const { organisation, events, payments, booking, told, help } = parts;
  const today = calendarDate(clock.now());
  const service = text.t(`services/${view.serviceId}:title`);
  const team = `flow:teams.${view.team}`;
  const allowed = following[state].filter((one) => staffStates.includes(one));
  return {
    title: text.t("cases:title", { service, reference }),
    heading: service,
    reference,
    tag: stateTag(text, state),
    facts: [
      { key: text.t("staff:facts.name"), lines: [contact.name ?? text.t("staff:not-given")] },
      ...(organisation
        ? [{ key: text.t("staff:facts.organisation"), lines: linesOfOrganisation(context, organisation) }]
        : []),
      { key: text.t("staff:facts.email"), lines: [contact.email ?? text.t("staff:not-given")] },
      { key: text.t("staff:facts.sent"), lines: [at(context, view.createdAt)] },
      { key: text.t("staff:facts.promised"), lines: [targetDate ? text.day(targetDate) : text.t("staff:no-date")] },
      { key: text.t("staff:facts.team"), lines: [text.first([team, "staff:not-given"])] },
      { key: text.t("staff:facts.language"), lines: [text.t(`staff:languages.${view.locale}`)] },
      ...(booking ? [{ key: text.t("staff:facts.booking"), lines: linesOf(context, booking) }] : []),
      ...(help.length > 0 ? [{ key: text.t("kiosk:record.title"), lines: help }] : []),
      ...payments.map((payment) => ({
        key: text.t("staff:facts.payment"),
        lines: [`${text.money(payment.amountPence)}: ${text.t(`payments:states.${payment.state}`)}`],
      })),
    ],
    isLate: !!targetDate && targetDate < today && !isEnded(state),
    told,
    timeline: timelineOf(text, view, events, { today, booking }),
    states: movesOf(text, view.serviceId, allowed),
    seen: versionOf(view),
    chosen: "",
    note: "",
    errors: {},
    saved: url.searchParams.has("saved"),
    emailed: contact.email !== undefined,
  };
}

/** Its name and number, and what stands behind them. */
function linesOfOrganisation(
  { text }: Context,
  { name, number, provedAt, registered, rival }: NonNullable<CaseworkParts["organisation"]>,
): string[] {
  const address = registered ? isolate(addressOf(registered).join(", ")) : "";
  return [
    ...[name, number ?? ""].filter(Boolean),
    provedAt ? text.t("staff:facts.proved", { date: text.date(provedAt), address }) : text.t("staff:facts.not-proved"),
    ...(rival ? [text.t(`staff:facts.rival.${rival}`)] : []),
  ];
}

const at = ({ text }: Context, instant: Date) =>
  text.t("bookings:day-time", { day: text.date(instant), time: text.time(instant) });

const linesOf = ({ text }: Context, booking: BookingView): string[] =>
  [whenOf(text, booking), booking.place, booking.address, text.t(`bookings:states.${booking.state}`)].filter(
    (line): line is string => !!line,
  );
