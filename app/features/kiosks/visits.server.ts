import { randomInt } from "node:crypto";
import { and, eq, gt, isNotNull, isNull, lt, or } from "drizzle-orm";
import { kioskTables } from "~db/schema/kiosks";
import { audit } from "../../platform/audit.server";
import type { Kiosk, KioskVisit } from "../../platform/context.server";
import { blank, type HotQuery, isDuplicate } from "../../platform/db/database.server";
import type { House } from "../../platform/house.server";
import { hashToken, newId } from "../../platform/ids";
import { tellSeconds, waitingIdle } from "./idle";
import { ordinaryLook } from "./look";

/** What says whether somebody is there: when they last touched the screen, and whether they wait there for help. */
type Presence = Pick<typeof kioskTables.postgres.visits.$inferSelect, "touchedAt" | "waitsSince">;

/** A visit that nobody has ended. */
export type OpenVisit = Pick<KioskVisit, "id" | "guestId">;

/** What is newer is not written down anew: pages come in bursts. */
const freshMs = 5000;
/** How long the line may take. */
const lineMs = 20_000;
const idleMs = ({ config: { kioskIdle } }: House, waits: boolean) =>
  (waits ? waitingIdle(kioskIdle) : kioskIdle).end * 1000;
/**
 * How long a visit goes on that nobody has been heard of. As long as scripts run, the page ends it first, even where it
 * was silent about the last touch and the one before was not written down.
 */
const overMs = (house: House, waits: boolean) => idleMs(house, waits) + tellSeconds * 1000 + freshMs + lineMs;
/** Before when somebody must have last touched the screen of a visit that is over. */
const overBefore = (house: House, waits: boolean) => new Date(house.clock.now().getTime() - overMs(house, waits));

interface KioskRow {
  id: string;
  name: string;
  site: string;
  visitId: string | null;
  guestId: string | null;
  code: string | null;
  touchedAt: Date | null;
  largeText: boolean | null;
  highContrast: boolean | null;
  waitsSince: Date | null;
  comingName: string | null;
  helpId: string | null;
  helpState: string | null;
  helperId: string | null;
  helperName: string | null;
}

const kioskByToken: HotQuery<{ tokenHash: string }, KioskRow> = (q, db) => {
  const { kiosks, visits, helps } = db.tables(kioskTables);
  const { id, name, site } = kiosks;
  const { guestId, code, touchedAt, largeText, highContrast, waitsSince, comingName } = visits;
  const visit = { visitId: visits.id, guestId, code, touchedAt, largeText, highContrast, waitsSince, comingName };
  const help = { helpId: helps.id, helpState: helps.state, helperId: helps.helperId, helperName: helps.helperName };
  return q
    .select({ id, name, site, ...visit, ...help })
    .from(kiosks)
    .leftJoin(visits, eq(visits.openKey, kiosks.id))
    .leftJoin(helps, eq(helps.openKey, visits.id))
    .where(eq(kiosks.tokenHash, blank("tokenHash")));
};

/** The kiosk of a device's token, with the visit that goes on there; undefined where it is unknown or revoked. */
export async function findKiosk(house: House, token: string): Promise<Kiosk | undefined> {
  const [row] = await house.db.run(kioskByToken, { tokenHash: hashToken(token) });
  if (!row) return undefined;
  const { id, name, site, visitId, guestId, code, touchedAt, waitsSince } = row;
  const isOpen = visitId && guestId && code && touchedAt && !isOver(house, { touchedAt, waitsSince });
  if (!isOpen) return { id, name, site, visit: undefined };
  const call = waitsSince ? { comingName: row.comingName ?? undefined } : undefined;
  const look = { largeText: row.largeText ?? false, highContrast: row.highContrast ?? false };
  return { id, name, site, visit: { id: visitId, guestId, code, touchedAt, look, call, help: helpOf(row) } };
}

function helpOf({ helpId, helpState, helperId, helperName }: KioskRow): KioskVisit["help"] {
  if (!helpId || !helperId || !helperName) return undefined;
  return { id: helpId, state: helpState === "open" ? "open" : "asked", helperId, helperName };
}

/** A visit that nobody has touched for so long is over, whatever its screen does. */
export const isOver = (house: House, { touchedAt, waitsSince }: Presence): boolean =>
  touchedAt < overBefore(house, waitsSince !== null);

/** Whether nobody has touched the screen for as long as a visit may wait, as a page without scripts asks. */
export const isIdle = (house: House, { touchedAt, call }: KioskVisit): boolean =>
  house.clock.now().getTime() - touchedAt.getTime() >= idleMs(house, call !== undefined) - 1000;

/** Somebody is still there. */
export async function touchVisit(house: House, visit: KioskVisit): Promise<void> {
  const now = house.clock.now();
  if (now.getTime() - visit.touchedAt.getTime() < freshMs) return;
  const { visits } = house.db.tables(kioskTables);
  const open = and(eq(visits.id, visit.id), isNotNull(visits.openKey));
  await house.db.transaction(() => house.db.q.update(visits).set({ touchedAt: now }).where(open));
}

/** Begins a visit; undefined where another one goes on at this kiosk. */
export async function beginVisit(house: House, { id: kioskId }: Kiosk): Promise<KioskVisit | undefined> {
  const { visits } = house.db.tables(kioskTables);
  const now = house.clock.now();
  const visit = { id: newId(), guestId: newId(), code: String(randomInt(1_000_000)).padStart(6, "0"), touchedAt: now };
  try {
    await house.db.transaction(async () => {
      await house.db.q.insert(visits).values({ ...visit, kioskId, openKey: kioskId, startedAt: now });
      await auditVisit(house, kioskId, visit, "visit.begun");
    });
    return { ...visit, look: ordinaryLook, call: undefined, help: undefined };
  } catch (error) {
    if (isDuplicate(error)) return undefined;
    throw error;
  }
}

/**
 * Marks a visit as over, in the caller's transaction, which ends all that lives with it.
 * @returns whether it was still open
 */
export async function closeVisit(house: House, visit: OpenVisit): Promise<boolean> {
  const { visits, keptPages } = house.db.tables(kioskTables);
  const open = and(eq(visits.id, visit.id), isNotNull(visits.openKey));
  const set = { openKey: null, endedAt: house.clock.now() };
  const [closed] = await house.db.q.update(visits).set(set).where(open).returning({ kioskId: visits.kioskId });
  if (!closed) return false;
  await house.db.q.delete(keptPages).where(eq(keptPages.visitId, visit.id));
  await auditVisit(house, closed.kioskId, visit, "visit.ended");
  return true;
}

/** The visit that goes on at a kiosk, even where its time is over and nobody has tidied up. */
export async function openVisitOf(house: House, kioskId: string): Promise<OpenVisit | undefined> {
  const { visits } = house.db.tables(kioskTables);
  const { id, guestId } = visits;
  const [row] = await house.db.q.select({ id, guestId }).from(visits).where(eq(visits.openKey, kioskId)).limit(1);
  return row;
}

/** Whether nobody has ended a visit yet. */
export async function isVisitOpen(house: House, id: string): Promise<boolean> {
  const { visits } = house.db.tables(kioskTables);
  const open = and(eq(visits.id, id), isNotNull(visits.openKey));
  return (await house.db.q.select({ id: visits.id }).from(visits).where(open).limit(1)).length > 0;
}

/** Visits whose screen nobody has touched for too long, and which nobody ended. */
export async function listForgottenVisits(house: House): Promise<OpenVisit[]> {
  const { visits } = house.db.tables(kioskTables);
  const { id, guestId, touchedAt, waitsSince } = visits;
  const overWaiting = lt(touchedAt, overBefore(house, true));
  const isForgotten = or(overWaiting, and(isNull(waitsSince), lt(touchedAt, overBefore(house, false))));
  return house.db.q
    .select({ id, guestId })
    .from(visits)
    .where(and(gt(visits.openKey, ""), isForgotten));
}

/** Visits that ended within the last few minutes. */
export async function listEndedVisits(house: House): Promise<OpenVisit[]> {
  const { visits } = house.db.tables(kioskTables);
  const { id, guestId } = visits;
  const since = new Date(house.clock.now().getTime() - 5 * 60_000);
  return house.db.q.select({ id, guestId }).from(visits).where(gt(visits.endedAt, since));
}

function auditVisit(house: House, kioskId: string, visit: OpenVisit, action: string): Promise<void> {
  const self = { kind: "guest", id: visit.guestId } as const;
  const by = { subject: self, actor: self, channel: "kiosk" } as const;
  return audit(house, by, { action, record: { kind: "visit", id: visit.id }, detail: { kiosk: kioskId } });
}
