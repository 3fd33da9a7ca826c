import { createContext, useContext } from "react";
import { classesOf, type HelpLine, helpLineOf } from "./features/kiosks/kiosks";
import type { AnswerRow, rowsSent } from "./flow/flow.server";
import { homePath } from "./platform/actor";
import type { Context, PageView } from "./platform/context.server";
import { type GivenBack, giveBack } from "./platform/http/given-back";
import { isUnwritten } from "./platform/http/shared-screen";
import { languageCodes, languages, localPath, pathFor } from "./platform/i18n/languages";

/** What stands around every page: who is signed in, the same page in the other languages, the council. */
export interface Shell {
  council: { name: string; phone: string };
  page: PageView | undefined;
  languages: { lng: string; name: string; dir: "ltr" | "rtl"; href: string; current: boolean }[];
  account: { name: string; home: string } | undefined;
  /** For whom the reader acts, and for whom they may; none where they can act for themselves only. */
  acting: { organisation: { name: string; role: string } | undefined; choices: ActingChoice[] } | undefined;
  /** Where a reader signs in, to come back to this page. */
  signInHref: string;
  demo: boolean;
  /** The page goes on in the browser: `hydration.server.ts` gives it another script. */
  hydrates: boolean;
  /** What was sent to a page that failed; with its questions, where it was a step of a service. */
  givenBack: (GivenBack & { answers: AnswerRow[] | undefined }) | undefined;
  /** The person on the phone whom staff fill this in for. */
  client: { name: string; doneHref: string } | undefined;
  /** The page is shown at a kiosk: in a visit, or before one. */
  kiosk:
    | {
        inVisit: boolean;
        help: HelpLine | undefined;
        /** The page's own path and query, to come back to: whom one acts for stands in the path that leads there. */
        here: string;
        /** After how many seconds without a touch the page warns, and ends the visit, where its reader waits for nobody. */
        idle: { warn: number; end: number };
        /** The classes of the html element, by how the visit's person wants its pages. */
        classes: string;
      }
    | undefined;
}

const ShellContext = createContext<Shell | undefined>(undefined);
export const ShellProvider = ShellContext.Provider;

export function useShell(): Shell {
  const shell = useContext(ShellContext);
  if (!shell) throw new Error("The shell is missing: entry.server.tsx provides it around every page.");
  return shell;
}

export interface ActingChoice {
  text: string;
  href: string;
  current: boolean;
}

/** Each choice leads to the home page: what is on this one belongs to whom it was opened for. */
function actingOf({ acting, organisations, actor, text, lng }: Context): Shell["acting"] {
  const name = actor.kind === "account" ? actor.name : "";
  const home = (organisation?: string) => localPath(lng, pathFor(organisation, "/"));
  return {
    organisation: acting && { name: acting.name, role: text.t(`organisations:roles.${acting.role}`) },
    choices: [
      { text: text.t("organisations:acting.yourself", { name }), href: home(), current: !acting },
      ...organisations.map((one) => ({ text: one.name, href: home(one.id), current: one.id === acting?.id })),
      { text: text.t("organisations:acting.add"), href: localPath(lng, "/organisations/new"), current: false },
    ],
  };
}

/** The sign-in page comes back to where it was called from, except from the pages about signing in. */
const signInPath = (here: string) =>
  /^\/(sign-in|register|reset|verify|$)/.test(here) ? "/sign-in" : `/sign-in?next=${encodeURIComponent(here)}`;

/** The shell of a request. What reads the form that was sent is given: this file is in the browser's bundle too. */
export function shellOf(
  context: Context,
  view: PageView | undefined,
  { failed, hydrates, readSent }: { failed: boolean; hydrates: boolean; readSent: typeof rowsSent },
): Shell {
  const { actor, blanks, client, config, path, text, url, lng, kiosk } = context;
  const search = isUnwritten(url) ? "" : url.search;
  const own = pathFor((context.acting ?? client)?.id, path);
  return {
    council: config.council,
    page: view && { title: view.title, failed: view.failed ?? false, staying: view.staying },
    languages: languageCodes.map((code) => ({
      lng: code,
      name: languages[code].name,
      dir: languages[code].dir,
      href: blanks.mark(localPath(code, own) + search),
      current: code === lng,
    })),
    account: actor.kind === "account" ? { name: blanks.mark(actor.name), home: homePath[actor.role] } : undefined,
    acting: context.organisations.length > 0 ? actingOf(context) : undefined,
    signInHref: blanks.mark(text.link(signInPath(own + search))),
    demo: config.demo,
    // Nothing is kept of what a shared screen showed, and errors stand in the frame alone.
    hydrates: hydrates && !failed && !kiosk,
    givenBack:
      failed && context.form
        ? { ...giveBack(context.form, url.pathname + search), answers: readSent(text, path, context.form) }
        : undefined,
    client: client && { name: client.name, doneHref: localPath(lng, "/staff") },
    kiosk: kiosk && {
      inVisit: kiosk.visit !== undefined,
      help: helpLineOf(context),
      here: path + search,
      idle: config.kioskIdle,
      classes: classesOf(kiosk.visit?.look),
    },
  };
}
