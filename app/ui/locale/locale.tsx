import { createContext, useContext } from "react";

/** Gives the text of a key in the reader's language, with `{{name}}` values filled in. */
export type Translate = (key: string, values?: Record<string, unknown>) => string;

/** What every view knows about its reader and itself. Made once per request by `context.server.ts`. */
export interface Locale {
  /** BCP 47 code, such as `en` or `ar`. */
  lng: string;
  dir: "ltr" | "rtl";
  t: Translate;
  /** Turns a path of the portal (`/services`) into the reader's own (`/ar/services`). */
  link: (path: string) => string;
}

const LocaleContext = createContext<Locale>({ lng: "en", dir: "ltr", t: (key) => key, link: (path) => path });

export const LocaleProvider = LocaleContext.Provider;
export const useLocale = (): Locale => useContext(LocaleContext);
export const useT = (): Translate => useContext(LocaleContext).t;
export const useLink = (): Locale["link"] => useContext(LocaleContext).link;
