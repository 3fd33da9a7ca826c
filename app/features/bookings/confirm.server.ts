import { and, desc, eq } from "drizzle-orm";
import { bookingTables } from "~db/schema/bookings";
import { provenanceColumns, provenanceOf } from "../../platform/actor";
import type { House } from "../../platform/house.server";
import { newId } from "../../platform/ids";
import { err, ok, type Result } from "../../platform/result";
import { type BookingRow, type BookingView, bookingOf, findLast } from "./booking-view.server";
import { endHold, holdMs, holdUntil } from "./holds.server";
import { findSlot, freeOldHolds, isPast, takePlace } from "./slots.server";

/** How long a place waits for its payment before the provider is asked again. */
const paymentMs = 60 * 60 * 1000;

interface Ids {
  draftId: string;
  caseId: string;
}
type Wanted = { state: "booked" } | { state: "held"; heldUntil: Date };

/**
 * Books the place of a draft for its case: inside the transaction that submits it.
 * A hold whose time is over is taken again where the place is still free.
 * @returns `expired` where the place is gone; the draft is to choose again
 */
export const confirmBooking = (house: House, ids: Ids): Promise<Result<BookingView, "expired">> =>
  attach(house, ids, { state: "booked" });

/** Keeps the place of a draft for its case until the payment ends, in the transaction that submits it. */
export const holdForPayment = (house: House, ids: Ids): Promise<Result<BookingView, "expired">> =>
  attach(house, ids, { state: "held", heldUntil: holdUntil(house, paymentMs) });

/**
 * Books the place of a case that is paid for. No place: nothing to do. A place that was released meanwhile is taken again.
 * @returns `expired` where it is gone: the money is to be given back
 */
export const bookPaid = (house: House, caseId: string): Promise<Result<BookingView | undefined, "expired">> =>
  settle(house, caseId, { state: "booked" });

/** Keeps or takes again the place of a case, for another attempt to pay. */
export const holdAgain = (house: House, caseId: string): Promise<Result<BookingView | undefined, "expired">> =>
  settle(house, caseId, { state: "held", heldUntil: holdUntil(house, paymentMs) });

/** After a payment that came to nothing the place is kept for 15 minutes more, for another attempt. */
export async function keepForRetry(house: House, caseId: string): Promise<void> {
  const { bookings } = house.db.tables(bookingTables);
  await house.db.transaction(() =>
    house.db.q
      .update(bookings)
      .set({ heldUntil: holdUntil(house, holdMs) })
      .where(and(eq(bookings.caseId, caseId), eq(bookings.state, "held"))),
  );
}

function attach(house: House, { draftId, caseId }: Ids, wanted: Wanted): Promise<Result<BookingView, "expired">> {
  const { bookings } = house.db.tables(bookingTables);
  return house.db.transaction(async () => {
    const live = await lockLive(house, draftId);
    if (live) {
      const slot = await findSlot(house, live.slotId);
      if (live.state === "held" && slot && slot.startsAt <= house.clock.now()) return err("expired");
      if (live.state === "held") await change(house, live.id, caseId, wanted);
      return ok((await bookingOf(house, caseId))!);
    }
    const [last] = await house.db.q
      .select()
      .from(bookings)
      .where(and(eq(bookings.draftId, draftId), eq(bookings.state, "released")))
      .orderBy(desc(bookings.createdAt))
      .limit(1);
    const again = last && (await takeAgain(house, last, { draftId, caseId }, wanted));
    return again ? ok((await bookingOf(house, caseId))!) : err("expired");
  });
}

function settle(house: House, caseId: string, wanted: Wanted): Promise<Result<BookingView | undefined, "expired">> {
  return house.db.transaction(async () => {
    const last = await findLast(house, caseId);
    if (!last) return ok(undefined);
    const live = await lockLive(house, last.draftId);
    if (live?.state === "held") await change(house, live.id, caseId, wanted);
    if (live) return ok(await bookingOf(house, caseId));
    // Read again: a moment ago it may have been released, or taken again by a second click.
    const now = await findLast(house, caseId);
    if (now?.liveKey) return settle(house, caseId, wanted);
    if (now?.state !== "released") return err("expired");
    const again = await takeAgain(house, last, { draftId: last.draftId, caseId }, wanted);
    return again ? ok(await bookingOf(house, caseId)) : err("expired");
  });
}

async function change(house: House, id: string, caseId: string, wanted: Wanted): Promise<void> {
  const { bookings } = house.db.tables(bookingTables);
  await house.db.q
    .update(bookings)
    .set({ caseId, state: wanted.state, heldUntil: wanted.state === "held" ? wanted.heldUntil : null })
    .where(and(eq(bookings.id, id), eq(bookings.state, "held")));
}

/** Takes the place of an ended hold again, for the same draft and case. */
async function takeAgain(house: House, last: BookingRow, ids: Ids, wanted: Wanted): Promise<boolean> {
  const { slotId } = last;
  const slot = await findSlot(house, slotId);
  if (!slot || isPast(house, slot)) return false;
  const { bookings } = house.db.tables(bookingTables);
  const [claimed] = await house.db.q
    .insert(bookings)
    .values({
      id: newId(),
      slotId,
      ...ids,
      ...provenanceColumns(provenanceOf(last)),
      state: wanted.state,
      liveKey: ids.draftId,
      heldUntil: wanted.state === "held" ? wanted.heldUntil : null,
      createdAt: house.clock.now(),
    })
    .onConflictDoNothing({ target: bookings.liveKey })
    .returning({ id: bookings.id });
  if (!claimed) {
    // A second click, a moment ago, took it again already.
    const live = await lockLive(house, ids.draftId);
    if (live?.state === "held") await change(house, live.id, ids.caseId, wanted);
    return live !== undefined;
  }
  await freeOldHolds(house, { slotId });
  if (await takePlace(house, slotId)) return true;
  await house.db.q.delete(bookings).where(eq(bookings.id, claimed.id));
  return false;
}

/** The live booking of a draft, locked against a release or another choice at the same moment. Changes nothing. */
async function lockLive(house: House, draftId: string) {
  const { bookings } = house.db.tables(bookingTables);
  for (;;) {
    const [locked] = await house.db.q
      .update(bookings)
      .set({ draftId })
      .where(eq(bookings.liveKey, draftId))
      .returning();
    if (locked) return locked;
    const [other] = await house.db.q.select().from(bookings).where(eq(bookings.liveKey, draftId));
    if (!other) return undefined;
  }
}

/**
 * Gives the place of a case back. Again is no harm.
 * @returns `past` once it has begun, `unknown` where the case never had a place
 */
export function cancelBooking(
  house: House,
  { caseId }: { caseId: string },
): Promise<Result<BookingView, "past" | "unknown">> {
  return house.db.transaction(async () => {
    const booking = await bookingOf(house, caseId);
    if (!booking) return err("unknown");
    const live = booking.state === "held" || booking.state === "booked";
    if (live && booking.start <= house.clock.now()) return err("past");
    if (live) await endHold(house, booking.id, "cancelled");
    return ok((await bookingOf(house, caseId))!);
  });
}
