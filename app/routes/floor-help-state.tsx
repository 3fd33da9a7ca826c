import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireFloorwalker } from "../features/accounts/accounts.server";
import { getOwnHelp } from "../features/kiosks/kiosks.server";
import { standOfHelp } from "../visits.server";

/** How a help stands, and what was answered last: for the helper's page, which watches it. */
export async function loader({ context, params }: LoaderFunctionArgs): Promise<Response> {
  await requireFloorwalker(context);
  return new Response(await standOfHelp(context, await getOwnHelp(context, params["help"]!)));
}
