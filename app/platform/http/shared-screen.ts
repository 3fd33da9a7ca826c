import type { IncomingMessage } from "node:http";

/** The field that says of a form: it only asks, but what it asks must not stand in an address. */
const mark = "_ask";

/**
 * Markup for a screen that strangers share, one after the other. The browser is to remember nothing that is typed: it
 * fills in no field, and keeps no search in the list of addresses that were visited.
 */
export function forSharedScreen(markup: string): string {
  return markup
    .replace(/ autocomplete="[^"]*"/gi, ' autoComplete="off"')
    .replaceAll("<form ", '<form autoComplete="off" ')
    .replace(/(<form [^>]*)method="get"([^>]*>)/g, `$1method="post"$2<input type="hidden" name="${mark}" value="1"/>`);
}

/** The query of a form that was sent in place of an address with that query; undefined for every other request. */
export function unwrittenSearch(request: IncomingMessage, body: Buffer | null): string | undefined {
  if (!body || !request.headers["content-type"]?.startsWith("application/x-www-form-urlencoded")) return undefined;
  if (!body.includes(mark)) return undefined;
  const fields = new URLSearchParams(body.toString());
  return fields.has(mark) ? `?${fields}` : undefined;
}

/** Whether the query is not in the address bar, and must not come to stand there. */
export const isUnwritten = (url: URL): boolean => url.searchParams.has(mark);
