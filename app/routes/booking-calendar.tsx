import type { LoaderFunctionArgs } from "@remix-run/node";
import { bookingOf, calendarFile } from "../features/bookings/bookings.server";
import { findCaseFor } from "../features/cases/cases.server";
import { refuse } from "../platform/context.server";
import { readReference } from "../platform/ids";

/** A booking for the reader's own calendar. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const reference = readReference(params["reference"]!);
  const own = reference && (await findCaseFor(context, { reference }));
  const booking = own && (await bookingOf(context, own.id));
  if (!own || !booking || (booking.state !== "booked" && booking.state !== "cancelled")) throw refuse(404);
  const { text, lng, config } = context;
  const { method, content } = calendarFile(context, booking, {
    title: text.t(`services/${own.serviceId}:title`),
    url: config.publicUrl + text.link(`/cases/${own.reference}`),
    lng,
  });
  return new Response(content, {
    headers: {
      "content-type": `text/calendar; charset=utf-8; method=${method}`,
      "content-disposition": `attachment; filename="${own.reference}.ics"`,
    },
  });
}
