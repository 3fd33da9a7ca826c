import type { PgTable } from "drizzle-orm/pg-core";
import { forgetStreets, forgetWards } from "~/features/places/places.server";
import { calendarDate, systemClock } from "~/platform/clock";
import type { Database } from "~/platform/db/database.server";
import { directoryTables } from "~db/schema/directory";
import { placeTables } from "~db/schema/places";
import { type BoroughPlan, makeBorough } from "./borough";

/** Both databases take at least this many values in one statement. */
const mostValues = 5000;

/**
 * Writes the demo borough in one transaction. Rows that are already there stay as they are.
 * @param plan `today` is the clock's day unless told
 */
export async function seedBorough(db: Database, plan: Partial<BoroughPlan> = {}): Promise<void> {
  const borough = makeBorough({ today: calendarDate(systemClock.now()), ...plan });
  const tables = { ...db.tables(placeTables), ...db.tables(directoryTables) };
  const order = [
    "wards",
    "postcodes",
    "streets",
    "collectionRounds",
    "collectionChanges",
    "addresses",
    "councillors",
    "libraries",
    "notices",
  ] as const;
  await db.transaction(async () => {
    for (const name of order) await insertRows(db, tables[name], borough[name]);
  });
  forgetWards(db);
  forgetStreets(db);
}

async function insertRows(db: Database, table: PgTable, rows: object[]): Promise<void> {
  const size = Math.floor(mostValues / Object.keys(rows[0] ?? {}).length);
  for (let from = 0; from < rows.length; from += size) {
    await db.q
      .insert(table)
      .values(rows.slice(from, from + size))
      .onConflictDoNothing();
  }
}
