import { and, between, eq, isNull, or } from "drizzle-orm";
import { DateTime } from "luxon";
import type { Database } from "~/platform/db/database.server";
import { type BinKind, placeTables, type RoundBin } from "~db/schema/places";

/** One day on which bins are emptied. `changedFrom` is the usual date where the council moved it, `reason` a text id. */
export interface CollectionDay {
  date: string;
  bins: BinKind[];
  changedFrom?: string;
  reason?: string;
}

interface Change {
  roundId: string | null;
  bin: BinKind | null;
  normalDate: string;
  revisedDate: string | null;
  reason: string;
}

interface Round {
  id: string;
  weekday: number;
  bins: RoundBin[];
}

/**
 * The days on which an address has its bins emptied, soonest first. The council's own moved days win over the rule;
 * a collection that is left out altogether is not listed.
 * @param window `from` is the first calendar date, `YYYY-MM-DD`, and `days` how many dates to look at
 * @returns an empty list where the address is not known or has no round
 */
export async function collectionsFor(
  db: Database,
  addressId: string,
  window: { from: string; days: number },
): Promise<CollectionDay[]> {
  const { addresses, collectionRounds } = db.tables(placeTables);
  const [row] = await db.q
    .select({ round: collectionRounds })
    .from(addresses)
    .innerJoin(collectionRounds, eq(addresses.roundId, collectionRounds.id))
    .where(eq(addresses.id, addressId));
  if (!row) return [];
  const until = addDays(window.from, window.days - 1);
  const changes = await changesFor(db, row.round.id, window.from, until);
  return planDays(row.round, changes, window.from, until);
}

/** Whether there is any round that bins are emptied on. */
export async function hasCollections(db: Database): Promise<boolean> {
  const { collectionRounds } = db.tables(placeTables);
  return (await db.q.select({ id: collectionRounds.id }).from(collectionRounds).limit(1)).length > 0;
}

/** No council moves a collection by more days than this. */
const reachDays = 35;

/** All changes that may take a collection of a round out of these dates, or into them. */
async function changesFor(db: Database, roundId: string, from: string, until: string): Promise<Change[]> {
  const { collectionChanges: change } = db.tables(placeTables);
  return db.q
    .select()
    .from(change)
    .where(
      and(
        or(isNull(change.roundId), eq(change.roundId, roundId)),
        between(change.normalDate, addDays(from, -reachDays), addDays(until, reachDays)),
      ),
    );
}

/** A round's collections between two dates, both included, once the changes are applied. */
export function planDays(round: Round, changes: Change[], from: string, until: string): CollectionDay[] {
  const days = new Map<string, CollectionDay>();
  for (const normal of normalDates(round.weekday, changes, from, until)) {
    for (const { bin } of round.bins.filter((bin) => isCollected(bin, normal))) {
      const change = changeOf(changes, normal, bin);
      const date = change ? change.revisedDate : normal;
      if (!date || date < from || date > until) continue;
      const moved = change && date !== normal ? { changedFrom: normal, reason: change.reason } : {};
      const key = `${date} ${moved.changedFrom ?? ""}`;
      const day = days.get(key) ?? { date, bins: [], ...moved };
      day.bins.push(bin);
      days.set(key, day);
    }
  }
  return [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** The round's own dates in the window, and those outside it that a change may have moved into it. */
function normalDates(weekday: number, changes: Change[], from: string, until: string): string[] {
  const dates = new Set(changes.map((change) => change.normalDate).filter((date) => day(date).weekday === weekday));
  for (let date = addDays(from, (weekday - day(from).weekday + 7) % 7); date <= until; date = addDays(date, 7)) {
    dates.add(date);
  }
  return [...dates].sort();
}

/** The change for one bin on one date: a bin's own before all bins', a round's own before all rounds'. */
function changeOf(changes: Change[], normalDate: string, bin: BinKind): Change | undefined {
  const weight = (change: Change) => (change.bin ? 2 : 0) + (change.roundId ? 1 : 0);
  return changes
    .filter((change) => change.normalDate === normalDate && (!change.bin || change.bin === bin))
    .sort((a, b) => weight(b) - weight(a))[0];
}

function isCollected({ frequency, anchor }: RoundBin, date: string): boolean {
  if (frequency === "weekly") return true;
  const weeks = day(date).startOf("week").diff(day(anchor).startOf("week"), "weeks").weeks;
  return Math.round(weeks) % 2 === 0;
}

/** Calendar dates alone need no zone: counting them in UTC keeps days alike. */
const day = (date: string) => DateTime.fromISO(date, { zone: "utc" });
const addDays = (date: string, days: number) => day(date).plus({ days }).toISODate()!;
