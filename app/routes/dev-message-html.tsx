import type { LoaderFunctionArgs } from "@remix-run/node";
import { findDemoMail, hasDemoMail } from "../features/notifications/notifications.server";
import { refuse } from "../platform/context.server";

/** A message as an email program shows it: with its own styles, and without scripts, pictures or forms. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const mail = hasDemoMail(context) ? await findDemoMail(context, params["id"] ?? "") : undefined;
  if (!mail) throw refuse(404);
  return new Response(mail.html, {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox",
    },
  });
}
