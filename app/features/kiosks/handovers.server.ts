import { createHmac, randomInt } from "node:crypto";
import { and, eq, isNull, lt } from "drizzle-orm";
import { kioskTables } from "~db/schema/kiosks";
import { isSame, type Subject } from "../../platform/actor";
import { type Context, type KioskVisit, refuse } from "../../platform/context.server";
import type { House } from "../../platform/house.server";
import { hashToken, newId, readReference, referenceOf } from "../../platform/ids";
import { linkToken } from "../notifications/notifications.server";

type Row = typeof kioskTables.postgres.handovers.$inferSelect;
type Way = Row["way"];

const minute = 60_000;
const day = 24 * 60 * minute;
const lifetime: Record<Way, number> = { phone: 5 * minute, email: 7 * day, paper: 30 * day };

/** A draft on its way from a kiosk to where its person goes on. */
export interface HandoverView {
  id: string;
  way: Way;
  visitId: string;
  draftId: string;
  serviceId: string;
  /** Who has the draft as long as nobody has taken it. */
  holder: Subject;
  taker: Subject | undefined;
  /** What both screens show, once a phone has asked for it. */
  number: string | undefined;
  kioskSaidYes: boolean;
  phoneSaidYes: boolean;
  state: "open" | "taken" | "stopped" | "expired";
  expiresAt: Date;
}

function toHandoverView(house: House, row: Row): HandoverView {
  const { id, way, visitId, draftId, serviceId, takerKind, takerId, kioskSaidYes, phoneSaidYes, expiresAt } = row;
  return {
    id,
    way,
    visitId,
    draftId,
    serviceId,
    holder: { kind: "guest", id: row.holderId },
    taker: takerKind && takerId ? { kind: takerKind, id: takerId } : undefined,
    number: row.number ?? undefined,
    kioskSaidYes,
    phoneSaidYes,
    state: row.state === "open" && expiresAt <= house.clock.now() ? "expired" : row.state,
    expiresAt,
  };
}

/** Writes down that a draft is to leave a kiosk, in the caller's transaction. */
export async function makeHandover(
  house: House,
  { way, visit, draft }: { way: Way; visit: KioskVisit; draft: { id: string; serviceId: string } },
): Promise<HandoverView> {
  const { handovers } = house.db.tables(kioskTables);
  const id = newId();
  const now = house.clock.now();
  const [row] = await house.db.q
    .insert(handovers)
    .values({
      id,
      way,
      tokenHash: hashToken(way === "paper" ? slipCode(house, id) : linkToken(house, id)),
      visitId: visit.id,
      draftId: draft.id,
      serviceId: draft.serviceId,
      // What leaves by email or on paper is nobody's until it is taken: the kiosk forgets it now.
      holderId: way === "phone" ? visit.guestId : newId(),
      kioskSaidYes: false,
      phoneSaidYes: false,
      state: "open",
      expiresAt: new Date(now.getTime() + lifetime[way]),
      createdAt: now,
    })
    .returning();
  return toHandoverView(house, row!);
}

/** The code on a slip. It is worked out anew each time it is shown: the database has its hash only. */
export const slipCode = (house: House, id: string): string =>
  referenceOf(createHmac("sha256", house.config.secret).update(`slip ${id}`).digest());

async function findHandover(house: House, id: string): Promise<HandoverView | undefined> {
  const { handovers } = house.db.tables(kioskTables);
  const [row] = await house.db.q.select().from(handovers).where(eq(handovers.id, id)).limit(1);
  return row && toHandoverView(house, row);
}

/** A hand-over of the visit that goes on at this kiosk. @throws a 404 for any other */
export async function getOwnHandover(context: Context, id: string): Promise<HandoverView> {
  const handover = await findHandover(context, id);
  if (!handover || handover.visitId !== context.kiosk?.visit?.id) throw refuse(404);
  return handover;
}

/** The hand-over of a link's token, or of a slip's code however it was typed. Looking uses nothing up. */
export async function findHandoverByToken(house: House, token: string): Promise<HandoverView | undefined> {
  const { handovers } = house.db.tables(kioskTables);
  const hash = hashToken(readReference(token) ?? token);
  const [row] = await house.db.q.select().from(handovers).where(eq(handovers.tokenHash, hash)).limit(1);
  return row && toHandoverView(house, row);
}

const open = (house: House, id: string) => {
  const { handovers } = house.db.tables(kioskTables);
  return and(eq(handovers.id, id), eq(handovers.state, "open"));
};

/** A phone asks for the draft: the first one gets a number, which both screens then show. */
export async function claimHandover(house: House, { id }: HandoverView, taker: Subject): Promise<boolean> {
  const { handovers } = house.db.tables(kioskTables);
  const set = { takerKind: taker.kind, takerId: taker.id, number: String(randomInt(10, 100)) };
  const free = and(open(house, id), isNull(handovers.takerId));
  const rows = await house.db.transaction(() =>
    house.db.q.update(handovers).set(set).where(free).returning({ id: handovers.id }),
  );
  return rows.length > 0;
}

/** One of the two screens says that the numbers are the same, in the caller's transaction. It gives how things stand now. */
export async function sayYes(house: House, { id }: HandoverView, where: "kiosk" | "phone"): Promise<HandoverView> {
  const { handovers } = house.db.tables(kioskTables);
  const set = where === "kiosk" ? { kioskSaidYes: true } : { phoneSaidYes: true };
  await house.db.q.update(handovers).set(set).where(open(house, id));
  return (await findHandover(house, id))!;
}

/** Somebody says that the numbers are not the same: the link is of no more use. */
export async function stopHandover(house: House, { id }: HandoverView): Promise<void> {
  const { handovers } = house.db.tables(kioskTables);
  await house.db.transaction(() => house.db.q.update(handovers).set({ state: "stopped" }).where(open(house, id)));
}

/** Uses a hand-over up, in the caller's transaction that gives the draft: the first of several gets it. */
export async function takeHandover(house: House, view: HandoverView, taker: Subject): Promise<boolean> {
  const { handovers } = house.db.tables(kioskTables);
  if (view.state !== "open" || (view.taker && !isSame(view.taker, taker))) return false;
  const set = { state: "taken", takerKind: taker.kind, takerId: taker.id } as const;
  const rows = await house.db.q.update(handovers).set(set).where(open(house, view.id)).returning({ id: handovers.id });
  return rows.length > 0;
}

/** Removes hand-overs whose time is over. */
export async function forgetOldHandovers(house: House): Promise<void> {
  const { handovers } = house.db.tables(kioskTables);
  await house.db.transaction(() => house.db.q.delete(handovers).where(lt(handovers.expiresAt, house.clock.now())));
}
