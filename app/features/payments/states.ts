import type { PaymentState } from "~db/schema/payments";

export type { PaymentState };

/** A payment only moves to a higher rank. What failed may still turn out to be paid; what is paid is never unpaid. */
const ranks: Record<PaymentState, number> = {
  created: 0,
  started: 1,
  failed: 2,
  cancelled: 2,
  expired: 2,
  paid: 3,
  refunded: 4,
};

export const paymentStates = Object.keys(ranks) as PaymentState[];
export const isForward = (from: PaymentState, to: PaymentState) => ranks[to] > ranks[from];
/** The states from which a payment may come into this one. */
export const statesBefore = (to: PaymentState) => paymentStates.filter((state) => isForward(state, to));
/** It may still become paid without a new attempt being made. */
export const isLive = (state: PaymentState) => ranks[state] < 2;
export const hasEnded = (state: PaymentState) => ranks[state] === 2;
export const isPaid = (state: PaymentState) => state === "paid";
