import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { bookingTables } from "~db/schema/bookings";
import { seedResources } from "~db/seed/resources";
import { listSlots } from "../../../features/bookings/bookings.server";
import { fixedClock } from "../../../platform/clock";
import { copySqlite } from "../../../platform/db/testing.server";
import type { House } from "../../../platform/house.server";
import { newId } from "../../../platform/ids";
import { createTestHouse } from "../../../testing/portal.server";
import { type Input, linesOf, name, readValue, render } from "../testing/ask";

const advisor: Input = { type: "slot", resource: { cat: ["advisor-", { var: "place" }] } };

describe("a slot", () => {
  let house: House;
  const clock = fixedClock("2026-05-14T08:00:00Z");
  const answers = { place: "harbour-library" };
  beforeAll(async () => {
    house = createTestHouse(await copySqlite(), { clock });
    await seedResources(house.db, clock.now());
  });
  const first = async () => (await listSlots(house, "advisor-harbour-library"))[0]!.slots[0]!;
  const choose = (slot: string, draftId = newId(), given: Record<string, unknown> = answers) =>
    readValue(advisor, slot, { house, draftId, answers: given });

  it("is held for whoever chooses it, and taken for all others", async () => {
    const slot = await first();
    const draftId = newId();
    const value = await choose(slot.id, draftId);
    expect(value).toEqual({
      slot: slot.id,
      start: slot.start.toISOString(),
      end: slot.end.toISOString(),
      unit: "time",
    });
    expect(await choose(slot.id)).toEqual({ error: "Someone else has just booked this. Choose another one" });
    expect(await choose(slot.id, draftId)).toEqual(value);
    const others = await render(advisor, {}, { house, draftId: newId(), answers });
    expect(others.querySelector(`input[value="${slot.id}"]`)).toBeNull();
    const own = await render(advisor, { [name]: slot.id }, { house, draftId, answers });
    expect(own.querySelector(`input[value="${slot.id}"]`)?.hasAttribute("checked")).toBe(true);
    expect(linesOf(advisor, value)[0]).toContain(" at ");
  });

  it("comes free again after a quarter of an hour", async () => {
    const slot = await first();
    await choose(slot.id);
    clock.advance(16 * 60 * 1000);
    expect(await choose(slot.id)).toMatchObject({ slot: slot.id });
  });

  it("belongs to what the answers lead to, and to nothing else", async () => {
    const { slots } = house.db.tables(bookingTables);
    const [other] = await house.db.q.select().from(slots).where(eq(slots.resourceId, "advisor-eastgate-hub"));
    expect(await choose(other!.id)).toEqual({ error: "Choose a time" });
    expect(await choose(other!.id, newId(), {})).toEqual({ error: "Choose a time" });
    expect(await choose("nonsense")).toEqual({ error: "Choose a time" });
  });

  it("cannot be had once it is over", async () => {
    const { slots } = house.db.tables(bookingTables);
    const past = {
      id: newId(),
      resourceId: "advisor-harbour-library",
      startsAt: new Date("2026-05-13T09:00:00Z"),
      endsAt: new Date("2026-05-13T09:30:00Z"),
      capacity: 1,
    };
    await house.db.transaction(() => house.db.q.insert(slots).values(past));
    expect(await choose(past.id)).toEqual({ error: "This time is over. Choose another one" });
  });

  it("leaves the days that are needed to prepare, such as to find an interpreter", async () => {
    const asked: Input = { ...advisor, notice: { if: [{ "==": [{ var: "language" }, "sign"] }, 3, 0] } } as Input;
    const signing = { ...answers, language: "sign" };
    const slot = await first();
    const page = await render(asked, {}, { house, answers: signing });
    const ids = [...page.querySelectorAll(`input[name="${name}"]`)].map((one) => one.getAttribute("value"));
    expect(ids).not.toContain(slot.id);
    expect(ids.length).toBeGreaterThan(0);
    // Thursday 14 May: three working days later it is Tuesday 19 May.
    const draftId = newId();
    expect(await readValue(asked, slot.id, { house, draftId, answers: signing })).toEqual({
      error: "Choose a time from Tuesday 19 May. We need the days before to prepare",
    });
    expect(await readValue(asked, slot.id, { house, draftId, answers })).toMatchObject({ slot: slot.id });
  });

  it("shows later days on wish, and the first ones for a wish that is no date", async () => {
    const days = (await listSlots(house, "advisor-harbour-library", { limit: 12 })).map((day) => day.date);
    const later = await render(advisor, {}, { house, answers, query: `from=${days[7]}` });
    expect(later.querySelector('a[href="?"]')).not.toBeNull();
    for (const from of ["x", "", "2026-99-99", "'--"]) {
      const page = await render(advisor, {}, { house, answers, query: `from=${from}` });
      expect(page.querySelectorAll(`input[name="${name}"]`).length).toBeGreaterThan(0);
    }
  });

  it("says so where nothing is free", async () => {
    const page = await render(advisor, {}, { house, answers: { place: "nowhere" } });
    expect(page.textContent).toContain("There is nothing free");
  });
});
