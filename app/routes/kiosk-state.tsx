import type { LoaderFunctionArgs } from "@remix-run/node";
import { standOfHelpLine } from "../features/kiosks/kiosks";
import { goTo } from "../platform/context.server";

/** Who asks to help in this visit, or does, or is on the way: for its pages, which watch it. */
export function loader({ context }: LoaderFunctionArgs): Response {
  const visit = context.kiosk?.visit;
  if (!visit) return goTo(context, "/kiosk");
  return new Response(standOfHelpLine(visit));
}
