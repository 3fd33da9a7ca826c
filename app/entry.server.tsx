import type { EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import { rowsSent } from "./flow/flow.server";
import { QuestionsProvider } from "./flow/pages/questions-context";
import { kindOf } from "./flow/questions/kinds";
import { handOver, hydrationOf, withoutStream } from "./hydration.server";
import type { Context, PageView } from "./platform/context.server";
import { numberOf, renderOnce } from "./platform/http/markup.server";
import { forSharedScreen } from "./platform/http/shared-screen";
import { noteTexts } from "./platform/i18n/given-texts";
import type { Question } from "./services/service";
import { ShellProvider, shellOf } from "./shell";
import { LocaleProvider } from "./ui/locale/locale";

export { startPortal } from "./server";

/**
 * Renders a whole page at once: no page waits for data while it renders, so a stream would only cost time.
 * @returns the page's HTML
 */
export function renderPage(url: URL, entry: EntryContext, context: Context): string {
  const { errors, loaderData, actionData, matches } = entry.staticHandlerContext;
  const failed = errors !== null;
  const leaf = matches.at(-1)!.route.id;
  const view: PageView | undefined = actionData?.[leaf] ?? loaderData[leaf] ?? undefined;
  const handle = hydrationOf(entry);
  const shell = shellOf(context, view, { failed, hydrates: handle !== undefined, readSent: rowsSent });
  const questions = { text: context.text, viewOf: (question: Question) => kindOf(question).View };
  const render = (text = context.text, own = entry) => {
    const markup = renderToString(
      <LocaleProvider value={text}>
        <ShellProvider value={shell}>
          <QuestionsProvider value={questions}>
            <RemixServer context={own} url={url} />
          </QuestionsProvider>
        </ShellProvider>
      </LocaleProvider>,
    );
    return shell.kiosk ? forSharedScreen(markup) : markup;
  };
  const make = () => {
    if (failed) return context.blanks.put(render());
    const { council, ...varies } = shell;
    const inputs = [numberOf(council), varies, loaderData, actionData];
    if (!shell.hydrates) return renderOnce(context.text, context.blanks, inputs, render);
    const own = withoutStream(entry);
    const noted = {};
    const markup = context.blanks.put(render(noteTexts(context.text, noted), own));
    return handOver(markup, own, context, { shell, noted, namespaces: handle?.texts });
  };
  return `<!DOCTYPE html>${make()}`;
}

/** The same, as Remix's own request handler asks for it. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: Context,
): Response {
  headers.set("content-type", "text/html; charset=utf-8");
  return new Response(renderPage(new URL(request.url), entry, context), { status, headers });
}

/** A fault in a loader, an action or a page: logged with the request's id, without what was typed. */
export function handleError(error: unknown, { context }: { context: Context }): void {
  if (isNotFound(error)) return;
  context.log.error({ err: error, requestId: context.requestId, path: context.path }, "request failed");
}

const isNotFound = (error: unknown) =>
  typeof error === "object" && error !== null && "status" in error && Number(error.status) < 500;
