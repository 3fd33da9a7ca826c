import { describe, expect, it } from "vitest";
import { eachDatabase } from "~/platform/db/testing.server";
import { placeTables, type RoundBin } from "~db/schema/places";
import { seedBorough } from "~db/seed/borough/seed-borough";
import { planDays } from "./collections.server";
import { collectionsFor } from "./places.server";

const bins: RoundBin[] = [
  { bin: "rubbish", frequency: "fortnightly", anchor: "2026-01-08" },
  { bin: "recycling", frequency: "fortnightly", anchor: "2026-01-15" },
  { bin: "food", frequency: "weekly", anchor: "2026-01-08" },
];
/** Thursdays. */
const round = { id: "r", weekday: 4, bins };
const change = { roundId: null, bin: null, reason: "christmas" };

describe("planDays", () => {
  it("takes turns, week by week, from the anchor on and before it", () => {
    expect(planDays(round, [], "2026-01-01", "2026-01-22")).toEqual([
      { date: "2026-01-01", bins: ["recycling", "food"] },
      { date: "2026-01-08", bins: ["rubbish", "food"] },
      { date: "2026-01-15", bins: ["recycling", "food"] },
      { date: "2026-01-22", bins: ["rubbish", "food"] },
    ]);
  });

  it("keeps the turns through the changes of the clock and over a year of 53 weeks", () => {
    const dates = planDays({ ...round, bins: bins.slice(0, 1) }, [], "2026-03-01", "2027-04-30").map(
      ({ date }) => date,
    );
    const days = dates.slice(1).map((date, index) => (Date.parse(date) - Date.parse(dates[index]!)) / 86_400_000);
    expect(new Set(days)).toEqual(new Set([14]));
  });

  it("lets the council's own date win, out of the window and into it", () => {
    const moved = { ...change, normalDate: "2026-12-31", revisedDate: "2027-01-04" };
    const day = { date: "2027-01-04", bins: ["recycling", "food"], changedFrom: "2026-12-31", reason: "christmas" };
    expect(planDays(round, [moved], "2026-12-31", "2027-01-03")).toEqual([]);
    expect(planDays(round, [moved], "2027-01-01", "2027-01-06")).toEqual([day]);
    expect(planDays(round, [moved], "2026-12-31", "2027-01-07").map(({ date }) => date)).toEqual([
      "2027-01-04",
      "2027-01-07",
    ]);
  });

  it("takes no notice of changes to other weekdays, and calls a day that stays the same unchanged", () => {
    const changes = [
      { ...change, normalDate: "2026-12-30", revisedDate: "2026-12-31" },
      { ...change, normalDate: "2026-12-31", revisedDate: "2026-12-31" },
    ];
    expect(planDays(round, changes, "2026-12-28", "2026-12-31")).toEqual([
      { date: "2026-12-31", bins: ["recycling", "food"] },
    ]);
  });

  it("lets a round's own change win over all rounds', and a bin's over all bins'", () => {
    const changes = [
      { ...change, normalDate: "2026-12-31", revisedDate: "2027-01-01" },
      { ...change, roundId: "r", normalDate: "2026-12-31", revisedDate: "2027-01-02" },
      { ...change, bin: "food" as const, normalDate: "2026-12-31", revisedDate: null },
    ];
    expect(planDays(round, changes, "2026-12-31", "2027-01-06")).toEqual([
      { date: "2027-01-02", bins: ["recycling"], changedFrom: "2026-12-31", reason: "christmas" },
    ]);
  });

  it("lists a moved and a usual collection of one day apart", () => {
    const moved = { ...change, normalDate: "2026-12-31", revisedDate: "2027-01-07" };
    const days = planDays(round, [moved], "2027-01-07", "2027-01-07");
    expect(days.map(({ changedFrom }) => changedFrom).sort()).toEqual(["2026-12-31", undefined]);
  });
});

eachDatabase("collectionsFor", (open) => {
  it("reads the round and the changes of an address", async () => {
    const db = await open();
    await seedBorough(db, { today: "2026-11-22", addresses: 150 });
    const { addresses, collectionChanges } = db.tables(placeTables);
    const [address] = await db.q.select().from(addresses).limit(1);
    const id = address!.id;
    // Harbourside puts its bins out on Tuesdays.
    expect(await collectionsFor(db, id, { from: "2026-11-22", days: 3 })).toMatchObject([{ date: "2026-11-24" }]);
    expect(await collectionsFor(db, id, { from: "2026-11-22", days: 2 })).toEqual([]);
    expect(await collectionsFor(db, id, { from: "2026-12-28", days: 7 })).toMatchObject([
      { date: "2026-12-31", changedFrom: "2026-12-29", reason: "christmas" },
    ]);
    await db.transaction(async () => {
      const own = {
        id: "own",
        roundId: address!.roundId,
        normalDate: "2026-12-29",
        revisedDate: "2027-01-09",
        reason: "snow",
      };
      await db.q.insert(collectionChanges).values(own);
    });
    expect(await collectionsFor(db, id, { from: "2026-12-28", days: 7 })).toEqual([]);
    expect(await collectionsFor(db, id, { from: "2027-01-08", days: 3 })).toMatchObject([
      { changedFrom: "2026-12-29", reason: "snow" },
    ]);
  });

  it("lists nothing for an address without a round, or for none", async () => {
    const db = await open();
    await seedBorough(db, { today: "2026-11-22", addresses: 150 });
    const { addresses } = db.tables(placeTables);
    await db.transaction(async () => {
      await db.q.update(addresses).set({ roundId: null });
    });
    const [address] = await db.q.select().from(addresses).limit(1);
    expect(await collectionsFor(db, address!.id, { from: "2026-11-22", days: 30 })).toEqual([]);
    expect(await collectionsFor(db, "no-such-address", { from: "2026-11-22", days: 30 })).toEqual([]);
  });
});
