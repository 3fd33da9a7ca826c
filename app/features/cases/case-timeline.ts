import type { Texts } from "../../platform/i18n/i18n.server";
import type { TimelineState } from "../../ui/timeline/timeline";
import { type CaseFacts, whenOf } from "./case-words";
import type { CaseEvent, CaseView } from "./records.server";
import { isEnded } from "./states";

/** One entry of a case's timeline, in words. */
export interface TimelineEntry {
  state: TimelineState;
  title: string;
  date?: string | undefined;
  /** What was written, a paragraph each. */
  note: string[];
}

/** What has happened to a case, where it stands now, and what comes next. */
export function timelineOf(text: Texts, view: CaseView, events: CaseEvent[], facts: CaseFacts): TimelineEntry[] {
  const over = isEnded(view.state);
  const latest = events.findLast((event) => event.kind === "state");
  const happened = events.map(
    (event): TimelineEntry => ({
      state: event === latest && !over ? "now" : "done",
      title: titleOf(text, event),
      date: text.t("bookings:day-time", { day: text.day(event.at), time: text.time(event.at) }),
      note: paragraphs(event.note),
    }),
  );
  return over ? happened : [...happened, nextOf(text, view, facts)];
}

function titleOf(text: Texts, { kind, state, detail, byKind }: CaseEvent): string {
  if (kind === "note") return text.t(byKind === "staff" ? "cases:events.note" : "cases:events.own-note");
  if (kind === "booking") return text.t("cases:events.booking");
  if (kind === "payment") {
    const amount = Number(detail?.["amountPence"]);
    return amount > 0 ? text.t("cases:events.paid", { amount: text.money(amount) }) : text.t("cases:events.not-paid");
  }
  const byReader = byKind !== "staff" && byKind !== "system";
  return text.first([byReader ? `cases:events.own-${state}` : "", `cases:events.${state}`].filter(Boolean));
}

function nextOf(text: Texts, { state, targetDate }: CaseView, { booking, today }: CaseFacts): TimelineEntry {
  const next = { state: "next" as const, note: [] };
  if (state === "unpaid") return { ...next, title: text.t("cases:next.unpaid") };
  if (state === "waiting-for-you") return { ...next, title: text.t("cases:next.waiting-for-you") };
  if (booking?.state === "booked")
    return { ...next, title: text.t(`cases:next.booked-${booking.unit}`), date: whenOf(text, booking) };
  // A promise that was not kept is said in words, not repeated.
  const date = targetDate && targetDate >= today ? text.t("cases:next.by", { date: text.day(targetDate) }) : undefined;
  return { ...next, title: text.t("cases:next.done"), date };
}

/** A note as the paragraphs that it was written in. */
export const paragraphs = (note: string | undefined): string[] =>
  (note ?? "")
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
