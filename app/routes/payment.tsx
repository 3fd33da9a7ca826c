import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { findCaseFor } from "../features/cases/cases.server";
import { PaymentUnavailable, type UnavailableView } from "../features/payments/payments";
import { findPayment, startPayment } from "../features/payments/payments.server";
import { type Context, doerOf, goTo, refuse, show } from "../platform/context.server";
import { readForm } from "../platform/http/form.server";
import { payAgain } from "../settlement.server";
import { useView } from "../ui/page/view";

/** Sends the payer to the payment provider; by POST with `again`, for another attempt. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  if (context.view) return null;
  return sendToProvider(context, params["payment"]!);
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const id = params["payment"]!;
  const again = (await readForm(request)).has("again");
  if (!again) return sendToProvider(context, id);
  const { payment } = await requireOwn(context, id);
  const next = await payAgain(context, doerOf(context), payment);
  return goTo(context, next.ok ? `/payments/${next.value.id}` : `/payments/${id}/return`);
}

async function requireOwn(context: Context, id: string) {
  const payment = await findPayment(context, id);
  const own = payment && (await findCaseFor(context, { caseId: payment.caseId }, "payment.make"));
  if (!own) throw refuse(404);
  return { payment, own };
}

async function sendToProvider(context: Context, id: string) {
  const { own, payment } = await requireOwn(context, id);
  const { text, lng, config } = context;
  const started = await startPayment(context, id, {
    returnUrl: config.publicUrl + text.link(`/payments/${id}/return`),
    reference: own.reference,
    description: text.t(`services/${own.serviceId}:title`),
    lng,
    email: own.contact.email,
  });
  if (started.ok) {
    const { nextUrl } = started.value;
    return nextUrl.startsWith("/") ? goTo(context, nextUrl) : redirect(nextUrl, 303);
  }
  if (started.error !== "unavailable") return goTo(context, `/payments/${id}/return`);
  show<UnavailableView>(context, {
    title: text.t("payments:unavailable.title"),
    reference: own.reference,
    amount: text.money(payment.amountPence),
    payHref: text.link(`/payments/${id}`),
    caseHref: text.link(`/cases/${own.reference}`),
  });
  return data(null, { status: 503 });
}

export default function Payment() {
  return <PaymentUnavailable view={useView<UnavailableView>()} />;
}
