import { createContext, useContext } from "react";
import { homePath } from "./platform/actor";
import type { Context, PageView } from "./platform/context.server";
import { isUnwritten } from "./platform/http/shared-screen";
import { languageCodes, languages, localPath } from "./platform/i18n/languages";

/** What stands around every page: who is signed in, the same page in the other languages, the council. */
export interface Shell {
  council: { name: string; phone: string };
  page: PageView | undefined;
  languages: { lng: string; name: string; dir: "ltr" | "rtl"; href: string; current: boolean }[];
  account: { name: string; home: string } | undefined;
  /** The reader's own path and query, to come back to after signing in. */
  here: string;
  demo: boolean;
  /** The person on the phone whom staff fill this in for. */
  client: { name: string; doneHref: string } | undefined;
  /** The page is shown at a kiosk: in a visit, or before one. */
  kiosk: { inVisit: boolean; help: HelpLine | undefined } | undefined;
}

/** Who wants to help at this kiosk, or does. */
export interface HelpLine {
  state: "asked" | "open";
  /** What the page compares with how things stand now. */
  stand: string;
  name: string;
  /** The page that the answer comes back to. */
  here: string;
}

function helpLineOf({ kiosk, blanks, path }: Context): HelpLine | undefined {
  const help = kiosk?.visit?.help;
  if (!help) return undefined;
  const { state, id, helperName } = help;
  return { state, stand: blanks.mark(`${state} ${id}`), name: blanks.mark(helperName), here: path };
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
  const { actor, client, config, path, url, lng, kiosk } = context;
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
      actor.kind === "account" ? { name: context.blanks.mark(actor.name), home: homePath[actor.role] } : undefined,
    here: path + search,
    demo: config.demo,
    client: client && { name: client.name, doneHref: localPath(lng, "/staff") },
    kiosk: kiosk && { inVisit: kiosk.visit !== undefined, help: helpLineOf(context) },
  };
}
