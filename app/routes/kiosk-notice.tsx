import type { LoaderFunctionArgs } from "@remix-run/node";
import { renderToStaticMarkup } from "react-dom/server";
import { localNext } from "../features/accounts/accounts.server";
import { HelpNotice, helpLineOf } from "../features/kiosks/kiosks";
import { goTo } from "../platform/context.server";
import { fieldOf } from "../platform/http/field";
import { forSharedScreen } from "../platform/http/shared-screen";
import { LocaleProvider } from "../ui/locale/locale";

/** The notice of who asks to help, or does, alone: for a page that is being filled in. */
export function loader({ context }: LoaderFunctionArgs): Response {
  const { kiosk, text, url, blanks } = context;
  if (!kiosk?.visit) return goTo(context, "/kiosk");
  const here = localNext(fieldOf(url.searchParams, "back")) ?? "/";
  const markup = renderToStaticMarkup(
    <LocaleProvider value={text}>
      <HelpNotice help={helpLineOf(context)} here={here} />
    </LocaleProvider>,
  );
  return new Response(blanks.put(forSharedScreen(markup)), { headers: { "Content-Type": "text/html; charset=utf-8" } });
}
