import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { auditLook, findCaseFor } from "../features/cases/cases.server";
import { PaymentReceipt, type ReceiptView } from "../features/payments/payments";
import { findPayment } from "../features/payments/payments.server";
import { doerOf, goTo, refuse } from "../platform/context.server";

/** A receipt to keep or print; only for a payment that was made. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const id = params["payment"]!;
  const payment = await findPayment(context, id);
  const own = payment && (await findCaseFor(context, { caseId: payment.caseId }, "payment.see"));
  if (!own) throw refuse(404);
  await auditLook(context, own, doerOf(context));
  if (payment.state !== "paid" && payment.state !== "refunded") return goTo(context, `/payments/${id}/return`);
  const { text, config } = context;
  const at = text.t("bookings:day-time", { day: text.date(payment.updatedAt), time: text.time(payment.updatedAt) });
  return {
    title: text.t("payments:receipt.title"),
    council: config.council,
    amount: text.money(payment.amountPence),
    refunded: payment.state === "refunded",
    at,
    reference: own.reference,
    paymentId: payment.id,
    what: text.t(`services/${own.serviceId}:title`),
    billReference: billReference(own.answers),
    caseHref: text.link(`/cases/${own.reference}`),
  } satisfies ReceiptView;
}

/** The reference of the bill that was paid, where the service asked for one. */
function billReference(answers: Record<string, unknown>): string | undefined {
  const bill = answers["bill"] as { reference?: unknown } | undefined;
  return typeof bill?.reference === "string" ? bill.reference : undefined;
}

export default function Receipt() {
  return <PaymentReceipt view={useLoaderData<typeof loader>()} />;
}
