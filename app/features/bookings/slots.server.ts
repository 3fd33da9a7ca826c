import { and, asc, desc, eq, gt, gte, isNull, like, lt, lte, or, sql } from "drizzle-orm";
import { DateTime } from "luxon";
import { bookingTables } from "~db/schema/bookings";
import { calendarDate, zone } from "../../platform/clock";
import { rowsStill } from "../../platform/db/rows-still.server";
import type { House } from "../../platform/house.server";

export type Unit = "time" | "day";

export interface Resource {
  id: string;
  /** A proper name, the same in every language; undefined where there is no place to go to. */
  place?: string;
  address?: string;
  unit: Unit;
}

/** `start` and `end` are instants; people read them in Europe/London. */
export interface SlotView {
  id: string;
  start: Date;
  end: Date;
  /** Free places. */
  left: number;
}
export interface SlotDay {
  /** Calendar date in Europe/London. */
  date: string;
  slots: SlotView[];
}

/** A crew's list for a day is closed the evening before; an advisor can be booked until the appointment begins. */
const noticeMs: Record<Unit, number> = { day: 12 * 60 * 60 * 1000, time: 0 };
const mostRows = 1000;

/** What can be booked under this id, such as `bulky-waste`. */
export async function findResource(house: House, id: string): Promise<Resource | undefined> {
  const { resources } = house.db.tables(bookingTables);
  const [row] = await house.db.q.select().from(resources).where(eq(resources.id, id));
  return row && { id: row.id, place: row.place ?? undefined, address: row.address ?? undefined, unit: row.unit };
}

/**
 * The days that have a free place, soonest first.
 * @param options.from the first calendar date to look at
 * @param options.limit how many days at most
 * @param options.draftId a draft's own place is listed too, even where it is the last one
 */
export async function listSlots(
  house: House,
  resourceId: string,
  { from, limit = 10, draftId }: { from?: string; limit?: number; draftId?: string } = {},
): Promise<SlotDay[]> {
  const resource = await findResource(house, resourceId);
  if (!resource) return [];
  await freeOldHolds(house, { resourceId });
  const { slots } = house.db.tables(bookingTables);
  const own = draftId ? await findHeldSlot(house, draftId) : undefined;
  const day = from ? DateTime.fromISO(from, { zone }) : undefined;
  const rows = await house.db.q
    .select()
    .from(slots)
    .where(
      and(
        eq(slots.resourceId, resourceId),
        gt(slots.startsAt, bookableFrom(house, resource.unit)),
        day?.isValid ? gte(slots.startsAt, day.toJSDate()) : undefined,
        or(lt(slots.taken, slots.capacity), own ? eq(slots.id, own) : undefined),
      ),
    )
    .orderBy(asc(slots.startsAt))
    .limit(mostRows);
  const views = rows.map((row) => toSlotView(row.id === own ? { ...row, taken: row.taken - 1 } : row));
  const days = Map.groupBy(views, (slot) => calendarDate(slot.start));
  return [...days].slice(0, limit).map(([date, slots]) => ({ date, slots }));
}

/** Whether anything is free whose resource's id begins with one of these. */
export async function hasBookable(house: House, beginnings: string[]): Promise<boolean> {
  const { slots, resources } = house.db.tables(bookingTables);
  const rows = await house.db.q
    .select({ id: resources.id, unit: resources.unit })
    .from(resources)
    .where(or(...beginnings.map((one) => like(resources.id, `${one}%`))));
  for (const { id, unit } of rows) {
    const free = and(
      eq(slots.resourceId, id),
      gt(slots.startsAt, bookableFrom(house, unit)),
      lt(slots.taken, slots.capacity),
    );
    const [slot] = await house.db.q.select({ id: slots.id }).from(slots).where(free).limit(1);
    if (slot) return true;
  }
  return false;
}

async function findHeldSlot(house: House, draftId: string): Promise<string | undefined> {
  const { bookings } = house.db.tables(bookingTables);
  const [live] = await house.db.q.select().from(bookings).where(eq(bookings.liveKey, draftId));
  return live?.slotId;
}

/** Free places of the same resource that are nearest in time to one that was lost; in order of time. */
export async function nearestSlots(house: House, slotId: string, count: number): Promise<SlotView[]> {
  const lost = await findSlot(house, slotId);
  if (!lost) return [];
  const { slots } = house.db.tables(bookingTables);
  const free = [
    eq(slots.resourceId, lost.resourceId),
    gt(slots.startsAt, bookableFrom(house, lost.unit)),
    lt(slots.taken, slots.capacity),
  ];
  const after = house.db.q
    .select()
    .from(slots)
    .where(and(...free, gte(slots.startsAt, lost.startsAt)));
  const before = house.db.q
    .select()
    .from(slots)
    .where(and(...free, lt(slots.startsAt, lost.startsAt)));
  const rows = [
    ...(await after.orderBy(asc(slots.startsAt)).limit(count)),
    ...(await before.orderBy(desc(slots.startsAt)).limit(count)),
  ];
  const distance = (row: { startsAt: Date }) => Math.abs(row.startsAt.getTime() - lost.startsAt.getTime());
  return rows
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, count)
    .map(toSlotView)
    .sort((a, b) => a.start.getTime() - b.start.getTime());
}

export type SlotRow = NonNullable<Awaited<ReturnType<typeof findSlot>>>;

/** A slot with the unit of its resource. */
export async function findSlot(house: House, id: string) {
  const { slots, resources } = house.db.tables(bookingTables);
  const [row] = await house.db.q
    .select({ slot: slots, unit: resources.unit })
    .from(slots)
    .innerJoin(resources, eq(resources.id, slots.resourceId))
    .where(eq(slots.id, id));
  return row && { ...row.slot, unit: row.unit };
}

/** Whether it is too late to book it. */
export const isPast = (house: House, slot: { startsAt: Date; unit: Unit }) =>
  slot.startsAt <= bookableFrom(house, slot.unit);

const bookableFrom = (house: House, unit: Unit) => new Date(house.clock.now().getTime() + noticeMs[unit]);

/** Takes one place, if there is one: the database itself compares and counts, so two never get the last one. */
export async function takePlace(house: House, slotId: string): Promise<boolean> {
  const { slots } = house.db.tables(bookingTables);
  const taken = await house.db.q
    .update(slots)
    .set({ taken: sql`${slots.taken} + 1` })
    .where(and(eq(slots.id, slotId), lt(slots.taken, slots.capacity)))
    .returning({ id: slots.id });
  return taken.length === 1;
}

/** Gives one place back. Never below none. */
export async function freePlace(house: House, slotId: string): Promise<void> {
  const { slots } = house.db.tables(bookingTables);
  await house.db.q
    .update(slots)
    .set({ taken: sql`${slots.taken} - 1` })
    .where(and(eq(slots.id, slotId), gt(slots.taken, 0)));
}

/**
 * Ends holds whose time is over and that no case waits for: those with a case end only after the payment provider
 * was asked (`releaseExpired`).
 */
export async function freeOldHolds(house: House, of: { resourceId?: string; slotId?: string } = {}): Promise<number> {
  const { bookings, slots } = house.db.tables(bookingTables);
  const over = and(eq(bookings.state, "held"), isNull(bookings.caseId), lte(bookings.heldUntil, house.clock.now()))!;
  const rows = await house.db.q
    .select({ id: bookings.id, slotId: bookings.slotId })
    .from(bookings)
    .innerJoin(slots, eq(slots.id, bookings.slotId))
    .where(
      and(
        over,
        of.resourceId ? eq(slots.resourceId, of.resourceId) : undefined,
        of.slotId ? eq(slots.id, of.slotId) : undefined,
      ),
    );
  if (rows.length === 0) return 0;
  const ids = rows.map((row) => row.id);
  return house.db.transaction(async () => {
    const released = await house.db.q
      .update(bookings)
      .set({ state: "released", liveKey: null })
      .where(rowsStill(bookings.id, ids, over))
      .returning({ slotId: bookings.slotId });
    for (const { slotId } of released) await freePlace(house, slotId);
    return released.length;
  });
}

const toSlotView = (row: { id: string; startsAt: Date; endsAt: Date; capacity: number; taken: number }): SlotView => ({
  id: row.id,
  start: row.startsAt,
  end: row.endsAt,
  left: row.capacity - row.taken,
});
