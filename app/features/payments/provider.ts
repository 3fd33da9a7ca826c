import type { Language } from "../../platform/i18n/languages";

/** How a payment stands at its provider. */
export type ProviderState = "started" | "failed" | "cancelled" | "expired" | "paid" | "refunded";

export interface PaymentOrder {
  /** Our own id of the payment: asking twice with the same one gives the same payment. */
  paymentId: string;
  amountPence: number;
  /** The reference of the case, as the payer sees it. */
  reference: string;
  description: string;
  /** Absolute. Where the payer is sent back to, whatever came of it. */
  returnUrl: string;
  lng: Language;
  email?: string;
}

/** Somebody who takes card payments for the council. Every call may throw, be slow, or be repeated. */
export interface PaymentProvider {
  name: string;
  /** `nextUrl` is an address, or the portal's own path without a language. */
  create(order: PaymentOrder): Promise<{ providerId: string; nextUrl: string }>;
  get(providerId: string): Promise<{ state: ProviderState; amountPence: number }>;
  /** Keeps a payment that nobody has made yet from being made. One that is made already stays as it is. */
  cancel(providerId: string): Promise<void>;
  /** Gives all the money back. Again is no harm. */
  refund(providerId: string): Promise<void>;
}
