import { setImmediate } from "node:timers/promises";
import { DateTime } from "luxon";
import { makeSlots, type Timetable } from "~/features/bookings/timetable";
import { calendarDate, zone } from "~/platform/clock";
import type { Database } from "~/platform/db/database.server";
import type { House } from "~/platform/house.server";
import { bookingTables } from "~db/schema/bookings";

/** The demo borough's advisors and crews. The postcodes are the demo borough's own and cannot be real. */
const resources = [
  { id: "bulky-waste", place: null, address: null, unit: "day" },
  { id: "trade-waste", place: null, address: null, unit: "day" },
  {
    id: "advisor-civic-centre",
    place: "Brackenford Civic Centre",
    address: "3 Guildhall Square, Brackenford, BK5 1AB",
    unit: "time",
  },
  {
    id: "advisor-eastgate-hub",
    place: "Eastgate Hub",
    address: "24 Eastgate, Brackenford, BK2 1AB",
    topics: ["housing", "benefits", "council-tax"],
    unit: "time",
  },
  {
    id: "advisor-harbour-library",
    place: "Harbour Library",
    address: "2 Quayside, Harbourside, Brackenford, BK1 1AA",
    unit: "time",
  },
] satisfies (typeof bookingTables.postgres.resources.$inferInsert)[];

const advisor = (resourceId: string, advisors: number): Timetable => ({
  resourceId,
  opens: "09:00",
  closes: "16:30",
  minutes: 30,
  // One fewer over lunch, but always somebody.
  capacity: (index) => Math.max(1, index >= 6 && index <= 9 ? advisors - 1 : advisors),
});

const timetables: Timetable[] = [
  { resourceId: "bulky-waste", opens: "06:00", closes: "16:00", capacity: () => 12 },
  { resourceId: "trade-waste", opens: "06:00", closes: "14:00", capacity: () => 20 },
  advisor("advisor-civic-centre", 3),
  advisor("advisor-eastgate-hub", 2),
  advisor("advisor-harbour-library", 1),
];

const weeksAhead = 8;
/** Both databases take this many rows of slots in one statement. */
const rowsAtOnce = 500;

/** Writes what can be booked in the demo borough, with slots for the next eight weeks. Again changes nothing. */
export async function seedResources(db: Database, now: Date): Promise<void> {
  const tables = db.tables(bookingTables);
  await db.transaction(() =>
    db.q
      .insert(tables.resources)
      .values([...resources])
      .onConflictDoNothing(),
  );
  await fillSlots(db, now);
}

/** Keeps the demo borough's calendar eight weeks ahead: a schedule of the worker. */
export async function extendSlots(house: House): Promise<void> {
  const { resources: table } = house.db.tables(bookingTables);
  const [any] = await house.db.q.select({ id: table.id }).from(table).limit(1);
  // A demo that began before a resource was thought of gets it too.
  if (house.config.demo && any) await seedResources(house.db, house.clock.now());
}

async function fillSlots(db: Database, now: Date): Promise<void> {
  const { slots } = db.tables(bookingTables);
  const until = DateTime.fromJSDate(now, { zone }).plus({ weeks: weeksAhead }).toISODate()!;
  const wanted: ReturnType<typeof makeSlots> = [];
  for (const timetable of timetables) {
    // One takes tens of milliseconds: whoever has asked for a page meanwhile comes in between.
    await setImmediate();
    wanted.push(...makeSlots(timetable, calendarDate(now), until));
  }
  const there = new Set((await db.q.select({ id: slots.id }).from(slots)).map((row) => row.id));
  const missing = wanted.filter((slot) => !there.has(slot.id));
  if (missing.length === 0) return;
  await db.transaction(async () => {
    for (let from = 0; from < missing.length; from += rowsAtOnce)
      await db.q
        .insert(slots)
        .values(missing.slice(from, from + rowsAtOnce))
        .onConflictDoNothing();
  });
}
