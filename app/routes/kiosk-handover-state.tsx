import type { LoaderFunctionArgs } from "@remix-run/node";
import { getOwnHandover, standAtKiosk } from "../features/kiosks/kiosks.server";

/** How far a hand-over is, for the kiosk's page that waits for it. */
export const loader = async ({ context, params }: LoaderFunctionArgs): Promise<Response> =>
  new Response(standAtKiosk(await getOwnHandover(context, params["handover"]!)));
