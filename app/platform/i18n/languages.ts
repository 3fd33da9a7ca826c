/** The languages of the portal. English has no prefix in the URL and is what the others fall back to. */
export const languages = {
  en: { name: "English", dir: "ltr", intl: "en-GB" },
  cy: { name: "Cymraeg", dir: "ltr", intl: "cy-GB" },
  pl: { name: "Polski", dir: "ltr", intl: "pl-PL" },
  ar: { name: "العربية", dir: "rtl", intl: "ar-u-nu-latn" },
} as const;

export type Language = keyof typeof languages;
export const languageCodes = Object.keys(languages) as Language[];
export const isLanguage = (code: string): code is Language => Object.hasOwn(languages, code);

/** The path in a language: English has no prefix. */
export function localPath(lng: Language, path: string): string {
  if (lng === "en" || !path.startsWith("/")) return path;
  return path === "/" ? `/${lng}` : `/${lng}${path}`;
}

/**
 * The same path while acting for an organisation. It stands in the URL, so that two tabs for two organisations, or one
 * for oneself, never mix.
 */
export function pathFor(organisation: string | undefined, path: string): string {
  if (!organisation || !path.startsWith("/")) return path;
  return path === "/" ? `/for/${organisation}` : `/for/${organisation}${path}`;
}

/** Splits `/pl/for/7f3k/services` into its language, the organisation that is acted for and the portal's own path. */
export function splitPath(pathname: string): { lng: Language; organisation: string | undefined; path: string } {
  const code = pathname.slice(1, pathname.indexOf("/", 1) === -1 ? undefined : pathname.indexOf("/", 1));
  const [lng, rest] =
    code === "en" || !isLanguage(code)
      ? (["en", pathname] as const)
      : ([code, pathname.slice(code.length + 1)] as const);
  const [, organisation, path = rest] = /^\/for\/([\w-]{1,40})(\/.*|$)/.exec(rest) ?? [];
  return { lng, organisation, path: path || "/" };
}
