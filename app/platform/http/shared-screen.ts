/** The field that says of a form: it only asks, but what it asks must not stand in an address. */
const mark = "_ask";
/** Characters of a query that stands in a form: an address could not hold more. */
export const longestUnwritten = 8_000;

/**
 * Markup for a screen that strangers share, one after the other. The browser is to remember nothing that is typed: it
 * fills in no field, and keeps no search in the list of addresses that were visited.
 */
export function forSharedScreen(markup: string): string {
  return markup
    .replace(/ autocomplete="[^"]*"/gi, ' autoComplete="off"')
    .replaceAll("<form ", '<form autoComplete="off" ')
    .replace(/<form [^<>]*>/g, (form) =>
      form.includes('method="get"')
        ? `${form.replace('method="get"', 'method="post"')}<input type="hidden" name="${mark}" value="1"/>`
        : form,
    );
}

/** The query of a form that was sent in place of an address with that query; undefined for every other request. */
export function unwrittenSearch(form: FormData | undefined): string | undefined {
  if (!form?.has(mark)) return undefined;
  const fields = [...form].filter((field): field is [string, string] => typeof field[1] === "string");
  return `?${new URLSearchParams(fields)}`;
}

/** Whether the query is not in the address bar, and must not come to stand there. */
export const isUnwritten = (url: URL): boolean => url.searchParams.has(mark);
