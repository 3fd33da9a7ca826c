import { createHmac, randomInt } from "node:crypto";
import { and, eq, isNull, ne } from "drizzle-orm";
import { kioskTables } from "~db/schema/kiosks";
import { isSame, type Subject } from "../../platform/actor";
import { type Context, goToFor, type KioskVisit, refuse } from "../../platform/context.server";
import { removeOverdue } from "../../platform/db/overdue.server";
import type { House } from "../../platform/house.server";
import { hashCode, hashToken, newId, readReference, referenceOf } from "../../platform/ids";
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

/**
 * Writes down that a draft is to leave a kiosk, in the caller's transaction.
 * @param holder who has the draft until it is taken
 */
export async function makeHandover(
  house: House,
  made: { way: Way; visit: KioskVisit; draft: { id: string; serviceId: string }; holder: Subject },
): Promise<HandoverView> {
  const { way, visit, draft, holder } = made;
  const { handovers } = house.db.tables(kioskTables);
  const id = newId();
  const now = house.clock.now();
  const [row] = await house.db.q
    .insert(handovers)
    .values({
      id,
      way,
      tokenHash: way === "paper" ? hashSlip(house, slipCode(house, id)) : hashToken(linkToken(house, id)),
      visitId: visit.id,
      draftId: draft.id,
      serviceId: draft.serviceId,
      holderId: holder.id,
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

const hashSlip = (house: House, code: string) => hashCode(house.config.secret, `slip ${code}`);

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

/** The hand-over of a link's token. Looking uses nothing up. */
export async function findHandoverByToken(house: House, token: string): Promise<HandoverView | undefined> {
  const { handovers } = house.db.tables(kioskTables);
  const link = and(eq(handovers.tokenHash, hashToken(token)), ne(handovers.way, "paper"));
  const [row] = await house.db.q.select().from(handovers).where(link).limit(1);
  return row && toHandoverView(house, row);
}

/** The hand-over of a slip's code, however it was typed. The code can be guessed: whoever asks counts the tries. */
export async function findHandoverBySlip(house: House, typed: string): Promise<HandoverView | undefined> {
  const { handovers } = house.db.tables(kioskTables);
  const code = readReference(typed);
  if (!code) return undefined;
  const slip = and(eq(handovers.tokenHash, hashSlip(house, code)), eq(handovers.way, "paper"));
  const [row] = await house.db.q.select().from(handovers).where(slip).limit(1);
  return row && toHandoverView(house, row);
}

/** Somebody takes a draft for themselves: for an organisation or a client they are led to where they are themselves. */
export function requireSelf(context: Context): void {
  if (context.acting || context.client) throw goToFor(context, undefined, context.path);
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

/**
 * Uses a hand-over up, in the caller's transaction: the first of several gets the draft.
 * @param give gives it; where there is nothing to give any more, the hand-over comes to nothing
 */
export async function takeHandover(
  house: House,
  { id }: HandoverView,
  taker: Subject,
  give: (from: Subject) => Promise<boolean>,
): Promise<boolean> {
  const { handovers } = house.db.tables(kioskTables);
  const read = house.db.q.select().from(handovers).where(eq(handovers.id, id)).limit(1);
  const [row] = await (house.db.dialect === "postgres" ? read.for("update") : read);
  const now = row && toHandoverView(house, row);
  if (now?.state !== "open" || (now.taker && !isSame(now.taker, taker))) return false;
  const given = await give(now.holder);
  const set = given
    ? ({ state: "taken", takerKind: taker.kind, takerId: taker.id } as const)
    : ({ state: "stopped" } as const);
  await house.db.q.update(handovers).set(set).where(eq(handovers.id, id));
  return given;
}

/** How long a phone may take to say yes after the visit is over in which the kiosk did. */
const heldMs = day;

/**
 * A visit is over, in the caller's transaction. What its person has said yes to is kept for their phone, by nobody; other
 * squares are of no more use.
 * @param give hands a draft to who keeps it
 */
export async function holdHandovers(
  house: House,
  visit: { id: string },
  give: (draftId: string, from: Subject, to: Subject) => Promise<boolean>,
): Promise<void> {
  const { handovers } = house.db.tables(kioskTables);
  const going = and(eq(handovers.visitId, visit.id), eq(handovers.way, "phone"), eq(handovers.state, "open"));
  const read = house.db.q.select().from(handovers).where(going);
  for (const row of await (house.db.dialect === "postgres" ? read.for("update") : read)) {
    const { id, draftId, holder, state, kioskSaidYes } = toHandoverView(house, row);
    const keeper = { kind: "guest", id: newId() } as const;
    const isHeld = kioskSaidYes && state === "open" && (await give(draftId, holder, keeper));
    const expiresAt = new Date(house.clock.now().getTime() + heldMs);
    const set = isHeld ? { holderId: keeper.id, expiresAt } : ({ state: "stopped" } as const);
    await house.db.q.update(handovers).set(set).where(eq(handovers.id, id));
  }
}

/** Removes hand-overs whose time is over. */
export async function forgetOldHandovers(house: House): Promise<void> {
  const { handovers } = house.db.tables(kioskTables);
  await removeOverdue(house.db, {
    from: handovers,
    id: handovers.id,
    instant: handovers.expiresAt,
    before: house.clock.now(),
  });
}
