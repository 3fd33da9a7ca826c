import type { EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import type { Context } from "./platform/context.server";
import { renderOnce } from "./platform/http/markup.server";
import { forSharedScreen } from "./platform/http/shared-screen";
import { ShellProvider, shellOf } from "./shell";
import { LocaleProvider } from "./ui/locale/locale";
import { ViewProvider } from "./ui/page/view";

export { startPortal } from "./server";

/**
 * Renders a whole page at once: no page waits for data while it renders, so a stream would only cost time.
 * @returns the page's HTML
 */
export default function renderPage(url: URL, entry: EntryContext, context: Context): string {
  const failed = entry.staticHandlerContext.errors !== null;
  const shell = shellOf(context, failed);
  const render = () => {
    const markup = renderToString(
      <LocaleProvider value={context.text}>
        <ShellProvider value={shell}>
          <ViewProvider value={context.view}>
            <RemixServer context={entry} url={url} />
          </ViewProvider>
        </ShellProvider>
      </LocaleProvider>,
    );
    return shell.kiosk ? forSharedScreen(markup) : markup;
  };
  const markup = failed ? context.blanks.put(render()) : renderOnce(context.text, context.blanks, shell, render);
  return `<!DOCTYPE html>${markup}`;
}

/** A fault in a loader, an action or a page: logged with the request's id, without what was typed. */
export function handleError(error: unknown, context: Context): void {
  if (isNotFound(error)) return;
  context.log.error({ err: error, requestId: context.requestId, path: context.path }, "request failed");
}

const isNotFound = (error: unknown) =>
  typeof error === "object" && error !== null && "status" in error && Number(error.status) < 500;
