import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { bookingOf } from "../features/bookings/bookings.server";
import { type CaseView, findCaseFor } from "../features/cases/cases.server";
import { PaymentResult, type ResultView } from "../features/payments/payments";
import { findPayment, isLive, refreshPayment } from "../features/payments/payments.server";
import { type Context, goTo, refuse } from "../platform/context.server";
import { settlement } from "../settlement.server";

/** Where the provider sends the payer back to: the provider is asked, whatever the address says. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const id = params["payment"]!;
  const before = await findPayment(context, id);
  if (!before || !(await findCaseFor(context, { caseId: before.caseId }, "payment.see"))) throw refuse(404);
  await refreshPayment(context, id, settlement);
  const payment = (await findPayment(context, id))!;
  const own = await findCaseFor(context, { caseId: payment.caseId }, "payment.see");
  if (!own) throw refuse(404);
  if (own.state !== "unpaid" && own.state !== "cancelled" && own.state !== "withdrawn")
    return goTo(context, `/services/${own.serviceId}/done/${own.reference}`);
  const kind = isLive(payment.state) ? "checking" : moneyCame(payment.state) ? "given-back" : "ended";
  const { text } = context;
  return {
    title: text.t(`payments:${kind}.title`),
    kind,
    why: kind === "ended" ? text.t(`payments:ended.${payment.state}`) : undefined,
    amount: text.money(payment.amountPence),
    reference: own.reference,
    place: await placeOf(context, own),
    again: own.state === "unpaid" && kind === "ended",
    payHref: text.link(`/payments/${id}`),
    checkHref: text.link(`/payments/${id}/return`),
    caseHref: text.link(`/cases/${own.reference}`),
    serviceHref: text.link(`/services/${own.serviceId}`),
  } satisfies ResultView;
}

const moneyCame = (state: string) => state === "paid" || state === "refunded";

/** What became of the place that the payment was for. */
async function placeOf({ text, ...house }: Context, own: CaseView): Promise<ResultView["place"]> {
  const booking = await bookingOf(house, own.id);
  if (!booking) return undefined;
  const when =
    booking.unit === "day"
      ? text.date(booking.start)
      : text.t("bookings:day-time", { day: text.date(booking.start), time: text.time(booking.start) });
  return { when, until: booking.state === "held" && booking.heldUntil ? text.time(booking.heldUntil) : undefined };
}

export default function PaymentReturn() {
  return <PaymentResult view={useLoaderData<typeof loader>()} />;
}
