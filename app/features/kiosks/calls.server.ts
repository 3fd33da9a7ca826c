import { and, eq, gt, inArray, isNotNull, isNull } from "drizzle-orm";
import { kioskTables } from "~db/schema/kiosks";
import { audit } from "../../platform/audit.server";
import type { Database } from "../../platform/db/database.server";
import type { House } from "../../platform/house.server";
import { isOver, type OpenVisit } from "./visits.server";

/** Somebody at a kiosk who waits for help. */
export interface Call {
  visitId: string;
  kiosk: string;
  since: Date;
  /** The floorwalker who asks is on the way. */
  isOwn: boolean;
}

interface Helper {
  id: string;
  name: string;
}

const nobody = { comingId: null, comingName: null };

/** The person at a kiosk asks for somebody to come. Who has asked already keeps their place. */
export async function callHelp(house: House, visit: OpenVisit): Promise<void> {
  const { visits } = house.db.tables(kioskTables);
  const quiet = and(eq(visits.id, visit.id), isNotNull(visits.openKey), isNull(visits.waitsSince));
  await change(house, quiet, { waitsSince: house.clock.now(), ...nobody }, "help.called");
}

/** They need nobody any more. */
export async function cancelCall(house: House, visit: OpenVisit): Promise<void> {
  const { visits } = house.db.tables(kioskTables);
  const waiting = and(eq(visits.id, visit.id), isNotNull(visits.waitsSince));
  await change(house, waiting, { waitsSince: null, ...nobody }, "help.called-off");
}

/** A floorwalker goes to somebody who waits at their site: the others see them no more. Who comes second changes nothing. */
export async function takeCall(house: House, site: string, visitId: string, helper: Helper): Promise<void> {
  const { visits } = house.db.tables(kioskTables);
  const free = and(waitingAt(house.db, site), eq(visits.id, visitId), isNull(visits.comingId));
  await change(house, free, { comingId: helper.id, comingName: helper.name }, "help.coming", helper);
}

/** They cannot come after all: the others see the call again, where it was. */
export async function giveBackCall(house: House, site: string, visitId: string, helper: Helper): Promise<void> {
  const { visits } = house.db.tables(kioskTables);
  const own = and(waitingAt(house.db, site), eq(visits.id, visitId), eq(visits.comingId, helper.id));
  await change(house, own, nobody, "help.given-back", helper);
}

/** Who waits at a site for anybody, or for this floorwalker; whoever has waited longest stands first. */
export async function listCalls(house: House, site: string, helperId: string): Promise<Call[]> {
  const { visits, kiosks } = house.db.tables(kioskTables);
  const { id: visitId, waitsSince, comingId, touchedAt } = visits;
  const rows = await house.db.q
    .select({ visitId, waitsSince, comingId, touchedAt, kiosk: kiosks.name })
    .from(kiosks)
    .innerJoin(visits, eq(visits.openKey, kiosks.id))
    .where(and(eq(kiosks.site, site), isNotNull(visits.waitsSince)));
  return rows
    .filter((row) => !isOver(house, row) && (row.comingId === null || row.comingId === helperId))
    .map((row) => ({ visitId: row.visitId, kiosk: row.kiosk, since: row.waitsSince!, isOwn: row.comingId !== null }))
    .sort((one, other) => one.since.getTime() - other.since.getTime());
}

/** What tells one state of the calls from another. */
export const standOfCalls = (calls: Call[]): string =>
  calls.map(({ visitId, isOwn }) => `${visitId}${isOwn ? "!" : ""}`).join(" ");

/**
 * Somebody is at the screen: nobody waits there any more, in the caller's transaction. Whoever waited may have touched
 * nothing for longer than a visit without a call goes on, so its time begins anew.
 */
export async function endCall({ db, clock }: House, visitId: string): Promise<void> {
  const { visits } = db.tables(kioskTables);
  await db.q
    .update(visits)
    .set({ waitsSince: null, touchedAt: clock.now(), ...nobody })
    .where(eq(visits.id, visitId));
}

function waitingAt(db: Database, site: string) {
  const { visits, kiosks } = db.tables(kioskTables);
  const here = db.q.select({ id: kiosks.id }).from(kiosks).where(eq(kiosks.site, site));
  return and(gt(visits.openKey, ""), inArray(visits.openKey, here), isNotNull(visits.waitsSince));
}

type Change = Partial<{ waitsSince: Date | null; comingId: string | null; comingName: string | null }>;

async function change(house: House, which: ReturnType<typeof and>, set: Change, action: string, helper?: Helper) {
  const { visits } = house.db.tables(kioskTables);
  await house.db.transaction(async () => {
    const { id, guestId } = visits;
    const [changed] = await house.db.q.update(visits).set(set).where(which).returning({ id, guestId });
    if (!changed) return;
    const subject = { kind: "guest", id: changed.guestId } as const;
    const by = helper
      ? ({ actor: { kind: "floorwalker", id: helper.id }, channel: "assisted", helperId: helper.id } as const)
      : ({ actor: subject, channel: "kiosk" } as const);
    await audit(house, { subject, ...by }, { action, record: { kind: "visit", id: changed.id } });
  });
}
