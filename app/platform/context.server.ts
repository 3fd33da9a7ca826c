import { redirect } from "@remix-run/node";
import type { Actor, Subject } from "./actor";
import type { House } from "./house.server";
import type { Blanks } from "./http/markup.server";
import type { Texts } from "./i18n/i18n.server";
import type { Language } from "./i18n/languages";

/** Everything one request knows: the house it is in, who asks, in which language, and what the page will show. */
export interface Context extends House {
  /** The reader's texts and formats. */
  text: Texts;
  lng: Language;
  /** The portal's own path, without the language. */
  path: string;
  /** The path and query in the address bar. */
  url: URL;
  actor: Actor;
  session: { id: string; guestId: string } | undefined;
  channel: "online";
  /** The caller's network address, for rate limits only. */
  address: string;
  requestId: string;
  /** Cookies to be set with the answer. */
  cookies: string[];
  /** What the page shows; see `show`. */
  view: PageView | undefined;
  /** What the page shows of its reader, but is not otherwise different by. */
  blanks: Blanks;
  /** The page as it was rendered, for the HTTP server to send. */
  html: string | undefined;
  /** The HTTP server could not hand the request to a route: with which status it is answered. */
  refused: 403 | 413 | 500 | 503 | undefined;
  /** Whom records made now are about. Remembers a guest's browser by a cookie from now on. */
  ensureSubject(): Promise<Subject>;
  /** Begins a new session and sets its cookie. */
  startSession(of: { guestId?: string; accountId?: string }): Promise<{ guestId: string }>;
  /** Ends this session and takes its cookie away. */
  endSession(): Promise<void>;
}

/** What every page has. */
export interface PageView {
  /** The page's own title; the portal's name is put after it. */
  title: string;
  /** There is something to put right: the title says so first. */
  failed?: boolean;
}

/** Hands the page what it shows. A page that does not hydrate needs no second copy of it for the browser. */
export function show<View extends PageView>(context: Context, view: View): null {
  context.view = view;
  return null;
}

/**
 * Sends the reader to a page of the portal in the reader's own language: its prefix is the handler's `basename`, which
 * Remix puts before the path of a redirect.
 */
export const goTo = (_context: Context, path: string): Response => redirect(path, 303);

/** Whom the reader's records are about, where anything is remembered at all. */
export function findSubject(context: Context): Subject | undefined {
  return context.actor.id ? { kind: context.actor.kind, id: context.actor.id } : undefined;
}

/** Ends a request with a page of its own for its status, in the reader's language. */
export function refuse(status: 403 | 404 | 410 | 413 | 429 | 500 | 503): Response {
  return new Response(null, { status });
}
