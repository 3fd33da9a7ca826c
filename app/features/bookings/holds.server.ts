import { and, eq, isNotNull, isNull, lte } from "drizzle-orm";
import { bookingTables } from "~db/schema/bookings";
import { type Provenance, provenanceColumns } from "../../platform/actor";
import type { House } from "../../platform/house.server";
import { newId } from "../../platform/ids";
import { err, ok, type Result } from "../../platform/result";
import { findSlot, freeOldHolds, freePlace, isPast, takePlace } from "./slots.server";

const minute = 60 * 1000;
export const holdMs = 15 * minute;
/** How much longer a place is kept while the provider still works on the payment, or does not answer. */
const longerMs = 5 * minute;

export interface HoldView {
  bookingId: string;
  /** The slot's id. */
  slot: string;
  start: Date;
  end: Date;
  heldUntil: Date;
}
export type HoldError = "taken" | "past" | "unknown";

/** The instant until which a hold made now lasts. */
export const holdUntil = (house: House, ms = holdMs) => new Date(house.clock.now().getTime() + ms);

/**
 * Keeps a place for a draft for 15 minutes. A draft has one place: choosing another gives the former back in the same
 * transaction, choosing the same again starts the 15 minutes anew. Who loses keeps the place held before.
 * @param resourceId what the slot must be of: an id alone may come from anywhere
 * @returns `taken` where no place is left, `past` where it is too late, `unknown` where there is no such slot
 */
export function holdSlot(
  house: House,
  by: Provenance,
  { slotId, draftId, resourceId }: { slotId: string; draftId: string; resourceId?: string },
): Promise<Result<HoldView, HoldError>> {
  return house.db.transaction(async () => {
    const slot = await findSlot(house, slotId);
    if (!slot || (resourceId !== undefined && slot.resourceId !== resourceId)) return err("unknown");
    const view = (booking: { id: string; heldUntil: Date | null }) =>
      ok({
        bookingId: booking.id,
        slot: slotId,
        start: slot.startsAt,
        end: slot.endsAt,
        heldUntil: booking.heldUntil ?? slot.startsAt,
      });
    if (isPast(house, slot)) return err("past");
    // Locks the draft's own row, so that two tabs of one draft come one after the other.
    const former = await renewHold(house, draftId);
    if (former?.slotId === slotId) return view(former);
    if (former?.caseId) return err("taken");
    if (former) {
      await freeOldHolds(house, { slotId });
      if (!(await changePlace(house, former.slotId, slotId))) return err("taken");
      await endRow(house, former.id, "cancelled");
    }
    // Before any place is taken: another tab of this draft waits here, and holds nothing that this one waits for.
    const held = await addHold(house, by, { slotId, draftId });
    if (!held) return holdSlot(house, by, { slotId, draftId });
    if (former) return view(held);
    await freeOldHolds(house, { slotId });
    if (await takePlace(house, slotId)) return view(held);
    const { bookings } = house.db.tables(bookingTables);
    await house.db.q.delete(bookings).where(eq(bookings.id, held.id));
    return err("taken");
  });
}

/** Takes one place and gives another back, or does neither. Always the lower id first, so that no two wait for each other. */
async function changePlace(house: House, from: string, to: string): Promise<boolean> {
  if (to < from) {
    if (!(await takePlace(house, to))) return false;
    await freePlace(house, from);
    return true;
  }
  await freePlace(house, from);
  if (await takePlace(house, to)) return true;
  // Still this transaction's: nobody else can have taken it meanwhile.
  await takePlace(house, from);
  return false;
}

/**
 * Starts the 15 minutes of a draft's place anew: called at each step while the draft goes on.
 * @returns its live booking, if it has one; a booking that has a case already stays as it is
 */
export async function renewHold(house: House, draftId: string) {
  const { bookings } = house.db.tables(bookingTables);
  const renewable = and(eq(bookings.liveKey, draftId), eq(bookings.state, "held"), isNull(bookings.caseId));
  return house.db.transaction(async () => {
    for (;;) {
      const [renewed] = await house.db.q
        .update(bookings)
        .set({ heldUntil: holdUntil(house) })
        .where(renewable)
        .returning();
      if (renewed) return renewed;
      const [live] = await house.db.q.select().from(bookings).where(eq(bookings.liveKey, draftId));
      // Another tab changed the place while this one waited: what is live now is not locked yet.
      if (live?.state !== "held" || live.caseId) return live;
    }
  });
}

async function addHold(house: House, by: Provenance, { slotId, draftId }: { slotId: string; draftId: string }) {
  const { bookings } = house.db.tables(bookingTables);
  const [row] = await house.db.q
    .insert(bookings)
    .values({
      id: newId(),
      ...provenanceColumns(by),
      slotId,
      draftId,
      state: "held",
      liveKey: draftId,
      heldUntil: holdUntil(house),
      createdAt: house.clock.now(),
    })
    .onConflictDoNothing({ target: bookings.liveKey })
    .returning();
  return row;
}

/** Ends a live booking and gives its place back, once however often it is called. */
export async function endHold(house: House, bookingId: string, state: "released" | "cancelled"): Promise<void> {
  const slotId = await endRow(house, bookingId, state);
  if (slotId) await freePlace(house, slotId);
}

/** @returns the slot whose place is to be given back; undefined where it was ended already */
async function endRow(house: House, bookingId: string, state: "released" | "cancelled"): Promise<string | undefined> {
  const { bookings } = house.db.tables(bookingTables);
  const [ended] = await house.db.q
    .update(bookings)
    .set({ state, liveKey: null })
    .where(and(eq(bookings.id, bookingId), isNotNull(bookings.liveKey)))
    .returning({ slotId: bookings.slotId });
  return ended?.slotId;
}

/** Gives a draft's place back, as when the draft is thrown away or the service goes on without one. */
export async function releaseHold(house: House, draftId: string): Promise<void> {
  const { bookings } = house.db.tables(bookingTables);
  await house.db.transaction(async () => {
    const [live] = await house.db.q.select().from(bookings).where(eq(bookings.liveKey, draftId));
    if (live?.state === "held" && !live.caseId) await endHold(house, live.id, "cancelled");
  });
}

/** How the payment of a case stands, after the provider was asked. */
export type AskPayment = (house: House, caseId: string) => Promise<"paid" | "ended" | "pending" | "unknown">;

/**
 * Ends holds whose time is over. Where a case waits for its payment, the provider is asked first: a place that was
 * paid for is never given away, and without an answer it is kept.
 */
export async function releaseExpired(house: House, askPayment: AskPayment): Promise<void> {
  await freeOldHolds(house);
  const { bookings } = house.db.tables(bookingTables);
  const due = await house.db.q
    .select()
    .from(bookings)
    .where(and(eq(bookings.state, "held"), lte(bookings.heldUntil, house.clock.now())));
  for (const { id, caseId } of due) {
    if (!caseId) continue;
    const payment = await askPayment(house, caseId);
    await house.db.transaction(async () => {
      const still = and(eq(bookings.id, id), eq(bookings.state, "held"), lte(bookings.heldUntil, house.clock.now()));
      const [row] = await house.db.q
        .update(bookings)
        .set({ heldUntil: holdUntil(house, longerMs) })
        .where(still)
        .returning({ id: bookings.id });
      if (row && payment === "ended") await endHold(house, id, "released");
    });
  }
}
