import { createPayment } from "../../features/payments/payments.server";
import type { Part } from "./submission";

/** Writes down the payment and its amount before anybody is sent to pay. */
export const pay: Part = async ({ house, amountPence, opened }) => {
  if (amountPence) await createPayment(house, opened.by, { caseId: opened.id, amountPence });
};
