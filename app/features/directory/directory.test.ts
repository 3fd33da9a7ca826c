import { beforeAll, expect, it } from "vitest";
import type { Database } from "~/platform/db/database.server";
import { eachDatabase } from "~/platform/db/testing.server";
import { directoryTables } from "~db/schema/directory";
import { seedBorough } from "~db/seed/borough/seed-borough";
import { councillorsFor, currentNotices, findLibrary, listLibraries } from "./directory.server";

const now = new Date("2026-11-22T12:00:00Z");

eachDatabase("directory", (open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
    await seedBorough(db, { today: "2026-11-22", addresses: 100 });
  });

  it("gives a ward's councillors by name, and none for an unknown ward", async () => {
    const councillors = await councillorsFor(db, "X05000001");
    expect(councillors).toHaveLength(3);
    expect(councillors[0]).toMatchObject({ wardCode: "X05000001", surgery: { place: "Harbourside Community Hall" } });
    expect(await councillorsFor(db, "nowhere")).toEqual([]);
    const last = await councillorsFor(db, "X05000002");
    expect(last.some(({ surgery }) => surgery === undefined)).toBe(true);
  });

  it("lists libraries by name, all or those with what is needed", async () => {
    const all = await listLibraries(db);
    expect(all.map(({ name }) => name)).toEqual([
      "Central Library",
      "Eastmarsh Library",
      "Harbour Library",
      "Larkmoor Library",
      "Northacre Library",
      "Quarry Hill Library",
    ]);
    const stepFree = await listLibraries(db, { need: "step-free" });
    expect(stepFree).toHaveLength(5);
    expect(await listLibraries(db, { need: "swimming" })).toEqual([]);
  });

  it("finds one library", async () => {
    expect(await findLibrary(db, "harbour-library")).toMatchObject({
      name: "Harbour Library",
      lines: ["2 Quayside", "Harbourside"],
    });
    expect(await findLibrary(db, "no-library")).toBeUndefined();
  });

  it("shows notices of the day, for everybody or also for a ward and a round", async () => {
    const ids = async (where: { wardCode?: string; roundId?: string }, at = now) =>
      (await currentNotices(db, { now: at, lng: "en", ...where })).map(({ id }) => id);
    expect(await ids({})).toEqual(["larkmoor-library-heating", "harbour-bridge", "parks-survey"]);
    expect(await ids({ wardCode: "X05000001" })).toContain("mill-lane-water");
    expect(await ids({ wardCode: "X05000002" })).not.toContain("mill-lane-water");
    expect((await ids({ roundId: "round-1a" }))[0]).toBe("recycling-left-behind");
    expect(await ids({ roundId: "round-1a" }, new Date("2026-11-24T12:00:00Z"))).not.toContain("recycling-left-behind");
  });

  it("counts days in London, both ends included", async () => {
    const { notices } = db.tables(directoryTables);
    const texts = { en: { title: "t", body: "b" } };
    await db.transaction(async () => {
      await db.q
        .insert(notices)
        .values({ id: "summer", from: "2026-07-01", until: "2026-07-01", kind: "weather", texts });
    });
    const shown = async (at: string) => (await currentNotices(db, { now: new Date(at), lng: "en" })).length;
    expect(await shown("2026-06-30T22:59:59Z")).toBe(0);
    expect(await shown("2026-06-30T23:00:00Z")).toBe(1);
    expect(await shown("2026-07-01T22:59:59Z")).toBe(1);
    expect(await shown("2026-07-01T23:00:00Z")).toBe(0);
  });

  it("speaks the reader's language, or else English, and says which", async () => {
    for (const lng of ["en", "pl", "ar", "cy"]) {
      expect((await currentNotices(db, { now, lng })).every((notice) => notice.lng === lng)).toBe(true);
    }
    const [notice] = await currentNotices(db, { now, lng: "so" });
    expect(notice).toMatchObject({
      lng: "en",
      title: "Larkmoor Library will close for a week",
      libraryId: "larkmoor-library",
    });
  });
});
