import type { LoaderFunctionArgs } from "@remix-run/node";
import { findHandoverByToken, requireSelf, standAtTaker } from "../features/kiosks/kiosks.server";
import { findSubject } from "../platform/context.server";

/** How far a hand-over is, for the phone's page that waits for it. */
export async function loader({ context, params }: LoaderFunctionArgs): Promise<Response> {
  requireSelf(context);
  return new Response(standAtTaker(await findHandoverByToken(context, params["token"]!), findSubject(context)));
}
