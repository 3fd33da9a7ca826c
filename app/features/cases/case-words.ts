import type { Texts } from "../../platform/i18n/i18n.server";
import type { Tone } from "../../ui/status-tag/status-tag";
import type { BookingView } from "../bookings/bookings.server";
import type { CaseState } from "./states";

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
