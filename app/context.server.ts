import { noteEnded, noteSeen } from "./features/accounts/idle.server";
import { beginSession, endSession, findSession } from "./features/accounts/sessions.server";
import { adoptCases } from "./features/cases/cases.server";
import { findKiosk, touchVisit } from "./features/kiosks/kiosks.server";
import { findClient } from "./features/letters/letters.server";
import { listMemberships } from "./features/organisations/organisations.server";
import { adoptDrafts } from "./flow/flow.server";
import { type Context, doerOf, type Kiosk } from "./platform/context.server";
import { isStorageFault } from "./platform/db/writes.server";
import type { House } from "./platform/house.server";
import { Blanks } from "./platform/http/markup.server";
import { splitPath } from "./platform/i18n/languages";

declare module "@remix-run/server-runtime" {
  interface AppLoadContext extends Context {}
}

/** Makes the context of a request: reads its language and, where there is one, its session. */
export async function createContext(
  house: House,
  request: { url: URL; cookie: string | undefined; address: string; requestId: string },
): Promise<Context> {
  const { lng, organisation, path } = splitPath(request.url.pathname);
  const kiosk = await openKiosk(house, request.cookie, path);
  const session = await openSession(house, request.cookie, kiosk, path);
  const member = session?.actor.kind === "account" ? session.actor.id : undefined;
  const organisations = member ? await listMemberships(house, member) : [];
  const acting = organisations.find(({ id }) => id === organisation);
  const isStaff = session?.actor.kind === "account" && session.actor.role === "staff";
  const client = organisation && isStaff ? await findClient(house, organisation) : undefined;
  const help = kiosk?.visit?.help;
  const helper = help?.state === "open" ? help : undefined;
  const text = house.texts(lng);
  const context: Context = {
    ...house,
    text: acting || client ? text.actingFor((acting ?? client)!.id) : text,
    lng,
    path,
    url: request.url,
    actor: session?.actor ?? { kind: "guest", id: undefined },
    session,
    organisations,
    acting,
    client,
    channel: client ? "phone" : helper ? "assisted" : kiosk ? "kiosk" : "online",
    helperId: helper?.helperId,
    kiosk,
    // Many people use a building's network. A kiosk counts by itself, so that nobody beside it uses up its tries.
    address: kiosk ? `kiosk ${kiosk.id}` : request.address,
    device: kiosk ? undefined : readCookie(request.cookie, cookieName(house, "device")),
    requestId: request.requestId,
    cookies: [],
    hasLeft: false,
    form: undefined,
    blanks: new Blanks(),
    // To those who are no members, there is no such organisation.
    refused: organisation && !acting && !client ? 404 : undefined,
    async ensureSubject() {
      if (context.acting) return { kind: "organisation", id: context.acting.id };
      if (context.client) return { kind: "client", id: context.client.id };
      if (context.actor.kind === "account") return { kind: "account", id: context.actor.id };
      const id = context.actor.id ?? (await context.startSession({})).guestId;
      context.actor = { kind: "guest", id };
      return { kind: "guest", id };
    },
    async provenance() {
      const subject = await context.ensureSubject();
      return { ...doerOf(context), subject };
    },
    keepDevice(value) {
      context.device = value;
      context.cookies.push(setCookie(house, "device", value, longestAge));
    },
    async startSession(of) {
      const before = context.session;
      const visit = context.kiosk?.visit;
      const { token, id, guestId, maxAge } = await beginSession(house, {
        ...of,
        guestId: visit?.guestId ?? of.guestId,
        visitId: visit?.id,
      });
      context.session = { id, guestId };
      context.cookies.push(setCookie(house, "session", token, visit ? undefined : maxAge));
      if (before && of.accountId) await adopt(house, before.guestId, of.accountId);
      return { guestId };
    },
    async endSession() {
      const { actor } = context;
      const ended = context.session && (await endSession(house, context.session.id));
      if (ended && actor.kind === "account") await noteEnded(house, actor.id, "signed-out");
      context.session = undefined;
      context.hasLeft = true;
      context.cookies.push(setCookie(house, "session", "", 0));
    },
  };
  return context;
}

/** What a guest began on this browser is the account's from now on. */
const adopt = (house: House, guestId: string, accountId: string) =>
  house.db.transaction(async () => {
    await adoptDrafts(house, guestId, accountId);
    await adoptCases(house, guestId, accountId);
  });

/** The kiosk that the request comes from. Whatever somebody opens there shows that they are still there. */
async function openKiosk(house: House, cookie: string | undefined, path: string): Promise<Kiosk | undefined> {
  const token = readCookie(cookie, cookieName(house, "kiosk"));
  const kiosk = token ? await findKiosk(house, token) : undefined;
  if (kiosk?.visit && !unattended.test(path)) await touchVisit(house, kiosk.visit).catch(passOver);
  return kiosk;
}

/** Where nothing can be written, pages are still shown. */
function passOver(error: unknown): void {
  if (!isStorageFault(error)) throw error;
}

/** What a page asks for by itself says nothing of who is there. */
const unattended = /^\/kiosk\/(end|idle|notice)$|^\/floor\/calls$|\/state$/;

/** A session of a kiosk is good within its visit only, and no other session is good there. */
async function openSession(house: House, cookie: string | undefined, kiosk: Kiosk | undefined, path: string) {
  const token = readCookie(cookie, cookieName(house, "session"));
  const session = token ? await findSession(house, token) : undefined;
  if (!session || session.visitId !== kiosk?.visit?.id) return undefined;
  if (!unattended.test(path)) await noteSeen(house, session).catch(passOver);
  return session;
}

/** As long as a browser keeps a cookie. Seconds. */
export const longestAge = 400 * 24 * 60 * 60;

/** What `startSession` and the enrolment of a kiosk put into the browser. Without an age it lasts until that closes. */
export function setCookie(house: House, name: string, token: string, maxAge?: number): string {
  const age = maxAge === undefined ? "" : `; Max-Age=${maxAge}`;
  const secure = isSecure(house) ? "; Secure" : "";
  return `${cookieName(house, name)}=${token}; Path=/; HttpOnly; SameSite=Lax${age}${secure}`;
}

const isSecure = (house: House) => house.config.publicUrl.startsWith("https:");
const cookieName = (house: House, name: string) => (isSecure(house) ? `__Host-${name}` : name);

function readCookie(header: string | undefined, name: string): string | undefined {
  for (const pair of header?.split(";") ?? []) {
    const at = pair.indexOf("=");
    if (pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim() || undefined;
  }
  return undefined;
}
