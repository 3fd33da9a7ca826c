import { beforeAll, describe, expect, it } from "vitest";
import { placeTables } from "~db/schema/places";
import { seedBorough } from "~db/seed/borough/seed-borough";
import { fixedClock } from "../../../platform/clock";
import { copySqlite } from "../../../platform/db/testing.server";
import type { House } from "../../../platform/house.server";
import { createTestHouse } from "../../../testing/portal.server";
import { type Input, name, read, render, type Typed } from "../testing/ask";

const input: Input = { type: "collection", of: "address", withinWorkingDays: 2, options: [{ id: "another" }] };
const clock = fixedClock("2026-11-24T12:00:00Z");

describe("which collection was missed", () => {
  let house: House;
  let id: string;
  beforeAll(async () => {
    const db = await copySqlite();
    await seedBorough(db, { today: "2026-11-22", addresses: 60 });
    house = createTestHouse(db, { clock, env: { COUNCIL_COLLECTION_HOURS: "07:00-17:30" } });
    // Harbourside puts its bins out on Tuesdays.
    id = (await db.q.select().from(db.tables(placeTables).addresses).limit(1))[0]!.id;
  });
  const around = () => ({ house, answers: { address: { id } } });
  const at = async (instant: string, typed: Typed = {}) => {
    clock.set(instant);
    const page = await render(input, typed, around());
    return {
      text: page.textContent.replace(/\s+/g, " "),
      values: page.querySelectorAll(`input[name="${name}"]`).map((one) => one.getAttribute("value")),
    };
  };

  it("says until when to wait on the day itself, and takes it once that is over", async () => {
    const before = await at("2026-11-24T17:29:00Z");
    expect(before.text).toContain("There is no collection here that you can report now.");
    expect(before.text).toContain("Our crews work until");
    expect(before.values).toEqual(["another"]);
    const after = await at("2026-11-24T17:30:00Z");
    expect(after.text).not.toContain("Our crews work until");
    expect(after.text).toContain("Food waste, Tuesday 24 November");
    expect(after.values.length).toBeGreaterThan(1);
    expect(after.values.at(-1)).toBe("another");
  });

  it("takes it for two working days, weekends not counted, and then says what to do", async () => {
    expect((await at("2026-11-26T23:59:00Z")).values).toContain("2026-11-24.food");
    const late = await at("2026-11-27T00:00:00Z");
    expect(late.values).toEqual(["another"]);
    expect(late.text).toMatch(/It is too late to report .*Tuesday 24 November/);
    expect(late.text).toContain("Your next collection is Tuesday 1 December");
  });

  it("changes its day at midnight in London, in summer too", async () => {
    // 23:30 UTC on Tuesday 7 July is Wednesday in London: the day is over, and its crew does not come any more.
    expect((await at("2026-07-07T16:29:00Z")).values).toEqual(["another"]);
    expect((await at("2026-07-07T16:30:00Z")).values).toContain("2026-07-07.food");
    expect((await at("2026-07-09T22:59:00Z")).values).toContain("2026-07-07.food");
    expect((await at("2026-07-09T23:00:00Z")).values).toEqual(["another"]);
  });

  it("counts days alike in the nights when the clocks change", async () => {
    expect((await at("2026-10-29T12:00:00Z")).values).toContain("2026-10-27.food");
    expect((await at("2026-10-25T00:30:00Z")).text).toContain("Your next collection is Tuesday 27 October");
    expect((await at("2026-10-25T01:30:00Z")).text).toContain("Your next collection is Tuesday 27 October");
    expect((await at("2026-03-29T00:59:00Z")).text).toContain("Your next collection is Tuesday 31 March");
  });

  it("refuses what is over since it was chosen, and two answers that exclude each other", async () => {
    const typed = { [name]: "2026-11-24.food" };
    clock.set("2026-11-25T12:00:00Z");
    expect(await read(input, typed, around())).toEqual({
      kind: "value",
      value: { missed: [{ date: "2026-11-24", bin: "food" }] },
    });
    expect(await read(input, { [name]: ["2026-11-24.food", "another"] }, around())).toMatchObject({ kind: "errors" });
    clock.set("2026-11-30T12:00:00Z");
    expect(await read(input, typed, around())).toMatchObject({ kind: "errors" });
  });
});
