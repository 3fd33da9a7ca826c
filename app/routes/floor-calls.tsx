import type { LoaderFunctionArgs } from "@remix-run/node";
import { renderToStaticMarkup } from "react-dom/server";
import { requireFloorwalker } from "../features/accounts/accounts.server";
import { FloorCalls, waitingCalls } from "../features/kiosks/kiosks";
import { listCalls, shiftOf } from "../features/kiosks/kiosks.server";
import { goTo } from "../platform/context.server";
import { LocaleProvider } from "../ui/locale/locale";

/** Who waits for help, alone: for the floorwalker's page, on which a number may stand half typed. */
export async function loader({ context }: LoaderFunctionArgs): Promise<Response> {
  const { id } = await requireFloorwalker(context);
  const site = await shiftOf(context);
  if (!site) return goTo(context, "/floor");
  const calls = waitingCalls(context.text, await listCalls(context, site, id));
  const markup = renderToStaticMarkup(
    <LocaleProvider value={context.text}>
      <FloorCalls calls={calls} />
    </LocaleProvider>,
  );
  return new Response(markup, { headers: { "Content-Type": "text/html; charset=utf-8" } });
}
