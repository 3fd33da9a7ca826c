import { redirect } from "@remix-run/node";
import { type Context, goTo, type Redirect } from "../../platform/context.server";
import { startPayment } from "./ask.server";

/**
 * Makes the payment at the provider and sends the payer there. For a POST only: what opens links by itself pays nothing.
 * @returns undefined where the provider does not answer
 */
export async function sendToPay(
  context: Context,
  paymentId: string,
  about: { reference: string; serviceId: string; email?: string },
): Promise<Redirect | undefined> {
  const { text, lng, config } = context;
  const back = `/payments/${paymentId}/return`;
  const started = await startPayment(context, paymentId, {
    returnUrl: config.publicUrl + text.link(back),
    reference: about.reference,
    description: text.t(`services/${about.serviceId}:title`),
    lng,
    email: about.email,
  });
  if (!started.ok) return started.error === "unavailable" ? undefined : goTo(context, back);
  const { nextUrl } = started.value;
  return nextUrl.startsWith("/") ? goTo(context, nextUrl) : redirect(nextUrl, 303);
}
