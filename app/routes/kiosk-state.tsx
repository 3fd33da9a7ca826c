import type { LoaderFunctionArgs } from "@remix-run/node";
import { goTo } from "../platform/context.server";

/** Who asks to help in this visit, or does: for its pages, which watch it. */
export function loader({ context }: LoaderFunctionArgs): Response {
  const visit = context.kiosk?.visit;
  if (!visit) return goTo(context, "/kiosk");
  return new Response(visit.help ? `${visit.help.state} ${visit.help.id}` : "");
}
