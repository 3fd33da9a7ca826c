/**
 * The door to payments: what is to be paid for a case, taken by a provider, and the bills that people pay.
 * @example
 * await house.db.transaction(() => createPayment(house, { caseId, amountPence }));
 * const sent = await sendToPay(context, payment.id, { reference, serviceId });
 * const payment = await refreshPayment(house, payment.id, settlement);
 */
export {
  decideDemoPayment as decideDemo,
  findDemoPayment as findDemo,
} from "../../integrations/demo-pay/demo-pay.server";
export { askPayments, pollPayments, refreshPayment, type StartError, startPayment } from "./ask.server";
export { type BillView, findBill, findDue, hasBills, type Register, settleBill } from "./bills.server";
export type { PaymentOrder, PaymentProvider, ProviderState } from "./provider";
export { takesPayments, useProvider } from "./providers.server";
export {
  createPayment,
  findPayment,
  hasPaid,
  type PaymentView,
  paymentsOf,
  retryPayment,
} from "./records.server";
export { sendToPay } from "./send.server";
export { applyProviderState, paymentHandlers, type Settlement } from "./settle.server";
export { isLive, type PaymentState } from "./states";
