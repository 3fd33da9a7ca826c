import { findCaseFor } from "../../features/cases/cases.server";
import { createPayment, isLive, paymentsOf, sendToPay } from "../../features/payments/payments.server";
import { goTo } from "../../platform/context.server";
import type { Part } from "./part";

/** Writes down the payment and its amount before anybody is sent to pay. */
export const pay: Part = {
  tells: (_service, amountPence) => amountPence !== undefined,
  send: async ({ house, amountPence, opened }) => {
    if (amountPence) await createPayment(house, opened.by, { caseId: opened.id, amountPence });
  },
  /** To the page of an open payment. Whoever sent the case goes straight to where they pay, if they may. */
  lead: async (context, sent, isSender) => {
    const payment = sent.state === "unpaid" ? (await paymentsOf(context, sent.id)).at(-1) : undefined;
    if (!payment || !isLive(payment.state)) return undefined;
    const { id: caseId, reference, serviceId, contact } = sent;
    const away =
      isSender && (await findCaseFor(context, { caseId }, "payment.make"))
        ? await sendToPay(context, payment.id, { reference, serviceId, email: contact.email })
        : undefined;
    return away ?? goTo(context, `/payments/${payment.id}`);
  },
};
