import { redirect, type TypedResponse } from "@remix-run/node";
import type { Role } from "~db/schema/organisations";
import type { Actor, Channel, Doer, Provenance, Subject } from "./actor";
import type { House } from "./house.server";
import type { Blanks } from "./http/markup.server";
import type { Texts } from "./i18n/i18n.server";
import { type Language, localPath, pathFor } from "./i18n/languages";
import { allows, type Right, type Standing, standingTo } from "./rights";

/** Everything one request knows: the house it is in, who asks, in which language. */
export interface Context extends House {
  /** The reader's texts and formats. */
  text: Texts;
  lng: Language;
  /** The portal's own path, without the language. */
  path: string;
  /** The path and query in the address bar. */
  url: URL;
  actor: Actor;
  session: { id: string; guestId: string; lapsedOf?: string | undefined } | undefined;
  /** Those that the actor may act for. */
  organisations: Acting[];
  /** The organisation that the actor acts for in this tab, and in which role. */
  acting: Acting | undefined;
  /** The person on the phone whom staff fill in a form for. */
  client: { id: string; name: string } | undefined;
  channel: Channel;
  /** The account of the floorwalker who helps. */
  helperId: string | undefined;
  /** The enrolled PC in a council building that the request comes from. */
  kiosk: Kiosk | undefined;
  address: string;
  /** What the browser shows of the accounts that it has signed in to; none at a kiosk. */
  device: string | undefined;
  requestId: string;
  /** Cookies to be set with the answer. */
  cookies: string[];
  /** The reader's session ended: the browser forgets the pages that it kept for Back, for somebody else may come next. */
  hasLeft: boolean;
  /** What the page shows of its reader, but is not otherwise different by. */
  blanks: Blanks;
  /** The form that was sent, for the page that says it could not be taken. */
  form: FormData | undefined;
  /** The HTTP server could not hand the request to a route: with which status it is answered. */
  refused: 403 | 404 | 413 | 500 | 503 | undefined;
  /** Whom records made now are about. Remembers a guest's browser by a cookie from now on. */
  ensureSubject(): Promise<Subject>;
  /** For whom, by whom, which way and with whose help a record made now comes about. */
  provenance(): Promise<Provenance>;
  /** Has the browser keep which accounts it has signed in to, for as long as it keeps anything. */
  keepDevice(value: string): void;
  /** Begins a new session and sets its cookie. */
  startSession(of: { guestId?: string; accountId?: string }): Promise<{ guestId: string }>;
  /** Ends this session and takes its cookie away. */
  endSession(): Promise<void>;
}

/** A PC that anybody may use, and who uses it now. */
export interface Kiosk {
  id: string;
  name: string;
  site: string;
  visit: KioskVisit | undefined;
}

/** One person at a kiosk, from the start screen to "End visit". */
export interface KioskVisit {
  id: string;
  /** The guest whom its records are about, until somebody signs in. */
  guestId: string;
  /** What the person tells a helper. */
  code: string;
  touchedAt: Date;
  look: Look;
  /** They have asked for somebody to come: the floorwalker who is on the way, once there is one. */
  call: { comingName: string | undefined } | undefined;
  /** The floorwalker who has asked to help, or does. */
  help: { id: string; state: "asked" | "open"; helperId: string; helperName: string } | undefined;
}

/** What somebody at a kiosk has changed about how its pages look. */
export interface Look {
  largeText: boolean;
  highContrast: boolean;
}

export interface Acting {
  id: string;
  name: string;
  role: Role;
}

/** What every page has. */
export interface PageView {
  /** The page's own title; the portal's name is put after it. */
  title: string;
  /** There is something to put right: the title says so first. */
  failed?: boolean;
  /** The id of its form, where that keeps what is typed and comes back when the look of the pages is changed by it. */
  staying?: string;
}

/** An answer that leads elsewhere: the compiler knows that no page reads it. */
export type Redirect = TypedResponse<never>;

/** Sends the reader to a page of the portal, in their own language and for whom they act. */
export const goTo = (context: Context, path: string): Redirect => redirect(context.text.link(path), 303);

/** Sends the reader to a page in their own language, for another organisation or for themselves. */
export const goToFor = (context: Context, organisation: string | undefined, path: string): Redirect =>
  redirect(localPath(context.lng, pathFor(organisation, path)), 303);

/** Whom the reader's records are about, where anything is remembered at all. */
export function findSubject(context: Context): Subject | undefined {
  if (context.acting) return { kind: "organisation", id: context.acting.id };
  if (context.client) return { kind: "client", id: context.client.id };
  return context.actor.id ? { kind: context.actor.kind, id: context.actor.id } : undefined;
}

/**
 * Who acts, as records keep it. Staff act as staff for the person on the phone; for themselves or their organisation
 * they are residents as others are. What they do in the council's name says so by `onDuty`.
 */
export function doerOf(context: Context): Doer {
  if (context.client) return onDuty(context);
  const { actor, channel, helperId } = context;
  return { actor: { kind: actor.kind, id: actor.id ?? "" }, channel, helperId };
}

/** Who acts for the council, on pages that only its staff and floorwalkers open. */
export function onDuty({ actor, channel, helperId }: Context): Doer {
  const kind = actor.kind === "account" && actor.role !== "resident" ? actor.role : actor.kind;
  return { actor: { kind, id: actor.id ?? "" }, channel, helperId };
}

/** How the reader stands to the subject of a record. */
export const standingOf = (context: Context, subject: Subject): Standing | undefined =>
  standingTo({ subject: findSubject(context), role: context.acting?.role }, subject);

/** Whether the reader may do this to what is about this subject. */
export const may = (context: Context, right: Right, subject: Subject): boolean =>
  allows(standingOf(context, subject), right);

/** Ends a request with a page of its own for its status, in the reader's language. */
export function refuse(status: 403 | 404 | 410 | 413 | 429 | 500 | 503): Response {
  return new Response(null, { status });
}
