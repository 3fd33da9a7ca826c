import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireFloorwalker } from "../features/accounts/accounts.server";
import { listCalls, shiftOf, standOfCalls } from "../features/kiosks/kiosks.server";
import { goTo } from "../platform/context.server";

/** Who waits for help at the floorwalker's site, for their page, which watches it. */
export async function loader({ context }: LoaderFunctionArgs): Promise<Response> {
  const { id } = await requireFloorwalker(context);
  const site = await shiftOf(context);
  return site ? new Response(standOfCalls(await listCalls(context, site, id))) : goTo(context, "/floor");
}
