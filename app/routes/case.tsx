import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { bookingOf } from "../features/bookings/bookings.server";
import { CasePage } from "../features/cases/cases";
import { auditLook, findCaseFor, listEvents, makeCasePage } from "../features/cases/cases.server";
import { wordHelp } from "../features/kiosks/kiosks.server";
import { paymentsOf } from "../features/payments/payments.server";
import { answerCards, followWay, isReusable } from "../flow/flow.server";
import { doerOf, refuse, standingOf } from "../platform/context.server";
import { readReference } from "../platform/ids";
import { findDefinition } from "../services/catalogue.server";

/** A case, for the person it is about and for whoever has shown the code that was sent to its mailbox. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const reference = readReference(params["reference"]!);
  const own = reference && (await findCaseFor(context, { reference }));
  if (!own) throw refuse(404);
  await auditLook(context, own, doerOf(context));
  const [events, payments, booking, help] = await Promise.all([
    listEvents(context, own.id),
    paymentsOf(context, own.id),
    bookingOf(context, own.id),
    wordHelp(context, own.draftId),
  ]);
  // Whoever has it neither for themselves nor for an organisation came by a code.
  const standing = standingOf(context, own.subject) ?? "code";
  const service = findDefinition(own.serviceId);
  const files = context.kiosk ? "shown" : "opened";
  const told = service ? answerCards(context.text, service, followWay(service, own.answers), { files }) : [];
  return makeCasePage(context, own, {
    events,
    payments,
    booking,
    told,
    help,
    standing,
    isReusable: isReusable(service),
  });
}

export default function Case() {
  return <CasePage view={useLoaderData<typeof loader>()} />;
}
