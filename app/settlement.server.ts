import { bookPaid, holdAgain, keepForRetry, releaseExpired } from "./features/bookings/bookings.server";
import {
  auditBooking,
  findCase,
  markPaid,
  markPaymentEnded,
  tellBooking,
  tellPaid,
  tellReceived,
} from "./features/cases/cases.server";
import {
  askPayments,
  type PaymentView,
  pollPayments,
  retryPayment,
  type Settlement,
  settleBill,
} from "./features/payments/payments.server";
import { bySystem, type Doer } from "./platform/actor";
import type { House } from "./platform/house.server";
import { err, type Result } from "./platform/result";
import { findDefinition } from "./services/catalogue.server";

/** What a decided payment does to its case, its booking and its bill: all of it in one transaction, or none. */
export const settlement: Settlement = {
  async onPaid(house, payment) {
    const found = await findCase(house, { id: payment.caseId });
    if (!found || found.state === "cancelled" || found.state === "withdrawn") return false;
    const booked = await bookPaid(house, payment.caseId);
    if (!booked.ok) {
      await markPaymentEnded(house, payment.caseId);
      return false;
    }
    const service = findDefinition(found.serviceId);
    const questions = service?.steps.flatMap((step) => (step.kind === "questions" ? step.questions : [])) ?? [];
    const bill = questions.find((question) => question.type === "bill");
    const billId = bill && (found.answers[bill.id] as { id?: string } | undefined)?.id;
    const { id, amountPence, createdAt } = payment;
    if (billId) await settleBill(house, { billId, amountPence, startedAt: createdAt });
    const settles = service?.settledBy === "payment";
    const paid = await markPaid(house, payment.caseId, { id, amountPence, settles });
    if (!paid) return true;
    if (booked.value) {
      await auditBooking(house, paid, bySystem(paid.by), booked.value, "confirmed");
      await tellBooking(house, paid, booked.value);
    } else if (!settles) await tellReceived(house, paid);
    await tellPaid(house, paid, amountPence);
    return true;
  },
  async onEnded(house, payment) {
    await keepForRetry(house, payment.caseId);
    await markPaymentEnded(house, payment.caseId);
  },
  referenceOf: async (house, { caseId }) => (await findCase(house, { id: caseId }))?.reference,
};

/**
 * Another attempt to pay for a case, with its place held again where it has one.
 * @returns `gone` where the place is somebody else's by now, or the case is over; `paid` where nothing is left to pay
 */
export function payAgain(
  house: House,
  by: Doer,
  payment: PaymentView,
): Promise<Result<PaymentView, "paid" | "gone" | "unknown">> {
  return house.db.transaction(async () => {
    const found = await findCase(house, { id: payment.caseId });
    if (!found || found.state === "cancelled" || found.state === "withdrawn") return err("gone");
    if (found.state !== "unpaid") return err("paid");
    const held = await holdAgain(house, payment.caseId);
    return held.ok ? retryPayment(house, by, payment.id) : err("gone");
  });
}

/** The schedules that settle payments and give back places nobody paid for. */
export const settlePayments = (house: House) => pollPayments(house, settlement);
export const releasePlaces = (house: House) =>
  releaseExpired(house, (_house, caseId) => askPayments(house, caseId, settlement));
