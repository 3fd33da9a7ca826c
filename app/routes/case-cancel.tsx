import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { bookingOf } from "../features/bookings/bookings.server";
import { EndPage, type EndView, whenOf } from "../features/cases/cases";
import { changeState, endingOf, findCaseFor } from "../features/cases/cases.server";
import { hasPaid } from "../features/payments/payments.server";
import { type Context, doerOf, goTo, refuse } from "../platform/context.server";
import { isolate } from "../platform/i18n/isolate";
import { readReference } from "../platform/ids";

/** Asks once more, then gives a booked place back or withdraws a case. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const { own, booking, to } = await findEnding(context, params["reference"]!);
  if (!to) return goTo(context, `/cases/${own.reference}`);
  const { text, config } = context;
  const key = `cases:end.${to}`;
  return {
    title: text.t(`${key}.title`),
    heading: text.t(`${key}.title`),
    to,
    service: text.t(`services/${own.serviceId}:title`),
    reference: own.reference,
    body: text.t(`${key}.body`, { when: booking && whenOf(text, booking) }),
    paid: (await hasPaid(context, own.id))
      ? text.t(`${key}.paid`, { phone: isolate(config.council.phone) })
      : undefined,
    caseHref: text.link(`/cases/${own.reference}`),
  } satisfies EndView;
}

export async function action({ context, params }: ActionFunctionArgs) {
  const { own, to } = await findEnding(context, params["reference"]!);
  const ended = to && (await changeState(context, own.id, { to, by: doerOf(context) }));
  return goTo(context, `/cases/${own.reference}${ended?.ok ? `?done=${to}` : ""}`);
}

async function findEnding(context: Context, typed: string) {
  const reference = readReference(typed);
  const own = reference && (await findCaseFor(context, { reference }, "case.end"));
  if (!own) throw refuse(404);
  const booking = await bookingOf(context, own.id);
  return { own, booking, to: endingOf(own, booking, context.clock.now()) };
}

export default function CaseCancel() {
  return <EndPage view={useLoaderData<typeof loader>()} />;
}
