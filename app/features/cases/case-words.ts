import type { Texts } from "../../platform/i18n/i18n.server";
import { findDefinition } from "../../services/catalogue.server";
import { standardFor, standardKeys } from "../../services/standard";
import type { Tone } from "../../ui/status-tag/status-tag";
import type { BookingView } from "../bookings/bookings.server";
import type { CaseView } from "./records.server";
import { type CaseState, isEnded } from "./states";

const tones: Record<CaseState, Tone> = {
  unpaid: "waiting",
  received: "new",
  "in-progress": "progress",
  "waiting-for-you": "waiting",
  done: "good",
  closed: "neutral",
  cancelled: "bad",
  withdrawn: "neutral",
  reopened: "new",
};

/** A state as a tag shows it. */
export interface StateTag {
  tone: Tone;
  label: string;
}
export const stateTag = (text: Texts, state: CaseState): StateTag => ({
  tone: tones[state],
  label: text.t(`cases:states.${state}`),
});

/** The reader has to do something before the council can go on. */
export const isWaitingForReader = (state: CaseState) => state === "waiting-for-you" || state === "unpaid";

/** When a booking is, in words: a day, or a day and a time. */
export function whenOf(text: Texts, { unit, start }: Pick<BookingView, "unit" | "start">): string {
  const day = text.day(start);
  return unit === "day" ? day : text.t("bookings:day-time", { day, time: text.time(start) });
}

/** What else decides what is true of a case today. */
export interface CaseFacts {
  /** `YYYY-MM-DD` */
  today: string;
  booking?: BookingView | undefined;
  /** What is to be paid, in pence. */
  amountPence?: number | undefined;
}

type TruthOf = Pick<CaseView, "serviceId" | "state" | "targetDate" | "answers">;

/** The one sentence that answers "What is going on?", first on every page and card of a case. */
export function truthOf(text: Texts, view: TruthOf, { today, booking, amountPence }: CaseFacts): string {
  const { state, serviceId, targetDate } = view;
  const service = `services/${serviceId}`;
  if (state === "done") return text.first([`${service}:outcome`, "cases:truth.done"]);
  if (isEnded(state)) return text.t(`cases:truth.${state}`);
  if (state === "unpaid" && amountPence)
    return text.t("cases:truth.unpaid-amount", { amount: text.money(amountPence) });
  if (isWaitingForReader(state)) return text.t(`cases:truth.${state}`);
  if (booking?.state === "booked") return text.t("cases:truth.booked", { when: whenOf(text, booking) });
  if (!targetDate) return text.t(`cases:truth.${state}`);
  const date = text.day(targetDate);
  if (targetDate < today) return text.t("cases:truth.late", { date });
  const definition = findDefinition(serviceId);
  const words = definition && standardFor(definition, view.answers)?.words;
  const promise = text.first([...standardKeys(serviceId, words, "promise"), "cases:truth.promise"], { date });
  return state === "received" ? promise : text.t(`cases:truth.${state}-promise`, { promise });
}
