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

/** Splits `/pl/services` into its language and the portal's own path. */
export function splitPath(pathname: string): { lng: Language; path: string } {
  const code = pathname.slice(1, pathname.indexOf("/", 1) === -1 ? undefined : pathname.indexOf("/", 1));
  if (code === "en" || !isLanguage(code)) return { lng: "en", path: pathname };
  return { lng: code, path: pathname.slice(code.length + 1) || "/" };
}
