import { eq, inArray } from "drizzle-orm";
import { bookingTables } from "~db/schema/bookings";
import { blank, type HotQuery } from "../../platform/db/database.server";
import type { House } from "../../platform/house.server";
import type { Unit } from "./slots.server";

export interface BookingView {
  id: string;
  caseId: string;
  resourceId: string;
  place?: string;
  address?: string;
  unit: Unit;
  start: Date;
  end: Date;
  state: "held" | "booked" | "released" | "cancelled";
  /** Until when the place is kept for the payment. */
  heldUntil?: Date;
  /** How often the booking of the case was changed: it only goes up. */
  changes: number;
}

export type BookingRow = typeof bookingTables.postgres.bookings.$inferSelect;

/** The booking of a case: the live one, or else the last. */
export async function bookingOf(house: House, caseId: string): Promise<BookingView | undefined> {
  const rows = await house.db.run(rowsOfCase, { caseId });
  return (await viewsOf(house, rows)).get(caseId);
}

/** The same of many cases, by their ids: it asks the database as often as for one. */
export async function bookingsOf(house: House, caseIds: string[]): Promise<Map<string, BookingView>> {
  if (caseIds.length === 0) return new Map();
  const { bookings } = house.db.tables(bookingTables);
  return viewsOf(house, await house.db.q.select().from(bookings).where(inArray(bookings.caseId, caseIds)));
}

/** The row of a case that counts. */
export const findLast = async (house: House, caseId: string) => lastOf(await house.db.run(rowsOfCase, { caseId }));

const rowsOfCase: HotQuery<{ caseId: string }, BookingRow> = (q, db) => {
  const { bookings } = db.tables(bookingTables);
  return q
    .select()
    .from(bookings)
    .where(eq(bookings.caseId, blank("caseId")));
};

async function viewsOf(house: House, all: BookingRow[]): Promise<Map<string, BookingView>> {
  const views = new Map<string, BookingView>();
  if (all.length === 0) return views;
  const ofCases = Map.groupBy(all, (row) => row.caseId!);
  const { slots, resources } = house.db.tables(bookingTables);
  const places = await house.db.q
    .select({ slot: slots, resource: resources })
    .from(slots)
    .innerJoin(resources, eq(resources.id, slots.resourceId))
    .where(inArray(slots.id, [...new Set(all.map((row) => row.slotId))]));
  const placeOf = new Map(places.map((found) => [found.slot.id, found]));
  for (const [caseId, rows] of ofCases) {
    const row = lastOf(rows)!;
    const found = placeOf.get(row.slotId);
    if (found) views.set(caseId, makeView(caseId, row, rows.length, found));
  }
  return views;
}

const makeView = (caseId: string, row: BookingRow, rows: number, { slot, resource }: Place): BookingView => ({
  id: row.id,
  caseId,
  resourceId: resource.id,
  place: resource.place ?? undefined,
  address: resource.address ?? undefined,
  unit: resource.unit,
  start: slot.startsAt,
  end: slot.endsAt,
  state: row.state,
  heldUntil: row.heldUntil ?? undefined,
  // Each place that is taken is a row, which ends once.
  changes: 2 * (rows - 1) + (row.liveKey ? 0 : 1),
});

interface Place {
  slot: typeof bookingTables.postgres.slots.$inferSelect;
  resource: typeof bookingTables.postgres.resources.$inferSelect;
}

function lastOf(rows: BookingRow[]): BookingRow | undefined {
  const [newest] = rows.toSorted((one, other) => other.createdAt.getTime() - one.createdAt.getTime());
  return rows.find((row) => row.liveKey) ?? newest;
}
