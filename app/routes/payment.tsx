import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { type CaseView, findCaseFor } from "../features/cases/cases.server";
import { type OpenView, PaymentOpen } from "../features/payments/payments";
import { findPayment, isLive, type PaymentView, sendToPay } from "../features/payments/payments.server";
import { type Context, doerOf, goTo, refuse } from "../platform/context.server";
import { readForm } from "../platform/http/form.server";
import { payAgain } from "../settlement.server";

/** What is to be paid, and the button that leads to the payment provider: to open the page starts nothing. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const { own, payment } = await requireOwn(context, params["payment"]!);
  if (own.state !== "unpaid" || !isLive(payment.state)) return goTo(context, `/payments/${payment.id}/return`);
  return viewOf(context, own, payment, false);
}

/** Sends the payer to the provider; with `again`, for another attempt where the former one is over. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const again = (await readForm(request)).has("again");
  const { own, payment } = await requireOwn(context, params["payment"]!);
  const next = again ? await payAgain(context, doerOf(context), payment) : undefined;
  if (next && !next.ok) return goTo(context, `/payments/${payment.id}/return`);
  const open = next?.value ?? payment;
  const { reference, serviceId } = own;
  const sent = await sendToPay(context, open.id, { reference, serviceId, email: own.contact.email });
  if (sent) return sent;
  return data(viewOf(context, own, open, true), { status: 503 });
}

async function requireOwn(context: Context, id: string) {
  const payment = await findPayment(context, id);
  const own = payment && (await findCaseFor(context, { caseId: payment.caseId }, "payment.make"));
  if (!own) throw refuse(404);
  return { payment, own };
}

function viewOf(context: Context, own: CaseView, payment: PaymentView, unavailable: boolean): OpenView {
  const { text } = context;
  const amount = text.money(payment.amountPence);
  return {
    title: text.t(unavailable ? "payments:unavailable.title" : "payments:open.title", { amount }),
    unavailable,
    reference: own.reference,
    amount,
    payHref: text.link(`/payments/${payment.id}`),
    caseHref: text.link(`/cases/${own.reference}`),
  };
}

export default function Payment() {
  const loaded = useLoaderData<typeof loader>();
  return <PaymentOpen view={useActionData<typeof action>() ?? loaded} />;
}
