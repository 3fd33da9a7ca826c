import { createContext, useContext } from "react";
import type { Context, PageView } from "./platform/context.server";
import { isUnwritten } from "./platform/http/shared-screen";
import { languageCodes, languages, localPath } from "./platform/i18n/languages";

/** What stands around every page: who is signed in, the same page in the other languages, the council. */
export interface Shell {
  council: { name: string; phone: string };
  page: PageView | undefined;
  languages: { lng: string; name: string; dir: "ltr" | "rtl"; href: string; current: boolean }[];
  account: { name: string; staff: boolean } | undefined;
  /** The reader's own path and query, to come back to after signing in. */
  here: string;
  demo: boolean;
  /** The page is shown at a kiosk: in a visit, or before one. */
  kiosk: { name: string; inVisit: boolean } | undefined;
}

const ShellContext = createContext<Shell | undefined>(undefined);
export const ShellProvider = ShellContext.Provider;

export function useShell(): Shell {
  const shell = useContext(ShellContext);
  if (!shell) throw new Error("The shell is missing: entry.server.tsx provides it around every page.");
  return shell;
}

/** The shell of a request. */
export function shellOf(context: Context): Shell {
  const { actor, config, path, url, lng, kiosk } = context;
  const search = isUnwritten(url) ? "" : url.search;
  return {
    council: config.council,
    page: context.view,
    languages: languageCodes.map((code) => ({
      lng: code,
      name: languages[code].name,
      dir: languages[code].dir,
      href: localPath(code, path) + search,
      current: code === lng,
    })),
    account:
      actor.kind === "account" ? { name: context.blanks.mark(actor.name), staff: actor.role === "staff" } : undefined,
    here: path + search,
    demo: config.demo,
    kiosk: kiosk && { name: context.blanks.mark(kiosk.name), inVisit: kiosk.visit !== undefined },
  };
}
