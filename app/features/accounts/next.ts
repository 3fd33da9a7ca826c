const longestNext = 2000;

/** The address of a page about accounts, from which one goes on to another page of the portal. */
export const pathWithNext = (path: string, next: string | undefined): string =>
  next ? `${path}${path.includes("?") ? "&" : "?"}next=${encodeURIComponent(next)}` : path;

/** A page of the portal to go on to. Whatever could lead to another site is none. */
export function localNext(next: string | null): string | undefined {
  if (!next?.startsWith("/") || next.length > longestNext || /[\\\s\p{Cc}]/u.test(next)) return undefined;
  const base = "http://portal.invalid";
  const url = URL.parse(next, base);
  if (url?.origin !== base || url.pathname.startsWith("//")) return undefined;
  return url.pathname + url.search;
}
