import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { bookingTables } from "~db/schema/bookings";
import { fixedClock } from "../../platform/clock";
import { eachDatabase } from "../../platform/db/testing.server";
import { newId } from "../../platform/ids";
import { createTestHouse } from "../../testing/portal.server";
import { aGuest } from "../../testing/provenance";
import {
  type AskPayment,
  bookingOf,
  bookPaid,
  cancelBooking,
  confirmBooking,
  holdAgain,
  holdForPayment,
  holdSlot,
  keepForRetry,
  listSlots,
  nearestSlots,
  releaseExpired,
  releaseHold,
  renewHold,
} from "./bookings.server";

const minute = 60_000;
const noPayments: AskPayment = async () => {
  throw new Error("No case waits for a payment here.");
};

eachDatabase("bookings", (open) => {
  /** Two slots of an advisor on Thursday 14 May 2026, 10:00 and 10:30 in London, and a day of a crew. */
  const setup = async ({ capacity = 1 } = {}) => {
    const clock = fixedClock("2026-05-13T09:00:00Z");
    const house = createTestHouse(await open(), { clock });
    const { resources, slots, bookings } = house.db.tables(bookingTables);
    const at = (time: string) => new Date(`2026-05-14T${time}:00Z`);
    const slot = (id: string, resourceId: string, start: string, end: string) => ({
      id,
      resourceId,
      startsAt: at(start),
      endsAt: at(end),
      capacity,
    });
    await house.db.transaction(async () => {
      await house.db.q.insert(resources).values([
        { id: "advisor", place: "Civic Centre", address: "1 Square, BK1 1AA", unit: "time" },
        { id: "crew", place: null, address: null, unit: "day" },
      ]);
      await house.db.q
        .insert(slots)
        .values([
          slot("ten", "advisor", "09:00", "09:30"),
          slot("half", "advisor", "09:30", "10:00"),
          slot("day", "crew", "05:00", "15:00"),
        ]);
    });
    const taken = async (id: string) => (await house.db.q.select().from(slots).where(eq(slots.id, id)))[0]!.taken;
    const live = async () => (await house.db.q.select().from(bookings)).filter((row) => row.liveKey).length;
    const free = async (draftId?: string) =>
      (await listSlots(house, "advisor", { draftId })).flatMap((day) => day.slots.map((one) => one.id));
    return { house, clock, taken, live, free };
  };
  const held = async (house: Parameters<typeof holdSlot>[0], slotId: string, draftId: string) => {
    const result = await holdSlot(house, aGuest, { slotId, draftId });
    if (!result.ok) throw new Error(`not held: ${result.error}`);
    return result.value;
  };

  it("gives 3 places to exactly 3 of 50 who choose at once", async () => {
    const { house, taken, live } = await setup({ capacity: 3 });
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, i) => holdSlot(house, aGuest, { slotId: "ten", draftId: `draft-${i}` })),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(3);
    expect(new Set(results.flatMap((result) => (result.ok ? [] : [result.error])))).toEqual(new Set(["taken"]));
    expect([await taken("ten"), await live()]).toEqual([3, 3]);
  });

  it("gives one draft one place, however many tabs choose at once", async () => {
    const { house, taken, live } = await setup({ capacity: 5 });
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        holdSlot(house, aGuest, { slotId: i % 2 ? "ten" : "half", draftId: "draft" }),
      ),
    );
    expect([(await taken("ten")) + (await taken("half")), await live()]).toEqual([1, 1]);
  });

  it("gives the former place back when another is chosen, and keeps it when the other is gone", async () => {
    const { house, taken, free } = await setup();
    await held(house, "ten", "mine");
    await held(house, "half", "theirs");
    expect(await holdSlot(house, aGuest, { slotId: "half", draftId: "mine" })).toEqual({ ok: false, error: "taken" });
    expect([await taken("ten"), await taken("half")]).toEqual([1, 1]);
    await releaseHold(house, "theirs");
    await held(house, "half", "mine");
    expect([await taken("ten"), await taken("half")]).toEqual([0, 1]);
    expect(await free()).toEqual(["ten"]);
    expect(await free("mine")).toEqual(["ten", "half"]);
  });

  it("swaps two drafts' places at once without losing one", async () => {
    const { house, taken, live } = await setup({ capacity: 2 });
    await held(house, "ten", "a");
    await held(house, "half", "b");
    await Promise.all([
      holdSlot(house, aGuest, { slotId: "half", draftId: "a" }),
      holdSlot(house, aGuest, { slotId: "ten", draftId: "b" }),
    ]);
    expect([await taken("ten"), await taken("half"), await live()]).toEqual([1, 1, 2]);
  });

  it("starts the quarter of an hour anew at each choice and each step", async () => {
    const { house, clock, free } = await setup();
    expect((await held(house, "ten", "mine")).heldUntil).toEqual(new Date("2026-05-13T09:15:00Z"));
    clock.advance(10 * minute);
    expect((await held(house, "ten", "mine")).heldUntil).toEqual(new Date("2026-05-13T09:25:00Z"));
    clock.advance(10 * minute);
    await renewHold(house, "mine");
    clock.advance(14 * minute);
    expect(await free()).toEqual(["half"]);
    clock.advance(minute);
    expect(await free()).toEqual(["ten", "half"]);
  });

  it("ends a hold whose time is over, once, and lets the next one have the place", async () => {
    const { house, clock, taken } = await setup();
    await held(house, "ten", "mine");
    clock.advance(15 * minute);
    await Promise.all(Array.from({ length: 5 }, () => releaseExpired(house, noPayments)));
    expect(await taken("ten")).toBe(0);
    await held(house, "ten", "theirs");
    expect(await confirmBooking(house, { draftId: "mine", caseId: "case" })).toEqual({ ok: false, error: "expired" });
  });

  it("books a place whose hold ran out, where it is still free", async () => {
    const { house, clock, taken } = await setup();
    await held(house, "ten", "mine");
    clock.advance(60 * minute);
    await releaseExpired(house, noPayments);
    const booked = await confirmBooking(house, { draftId: "mine", caseId: "case" });
    expect(booked).toMatchObject({ ok: true, value: { state: "booked", start: new Date("2026-05-14T09:00:00Z") } });
    expect(await confirmBooking(house, { draftId: "mine", caseId: "case" })).toMatchObject({ ok: true });
    expect(await taken("ten")).toBe(1);
  });

  it("does not leave a booking behind when the submission around it is rolled back", async () => {
    const { house } = await setup();
    await held(house, "ten", "mine");
    const submit = house.db.transaction(async () => {
      await confirmBooking(house, { draftId: "mine", caseId: "case" });
      throw new Error("half-way");
    });
    await expect(submit).rejects.toThrow("half-way");
    expect(await bookingOf(house, "case")).toBeUndefined();
  });

  it("keeps a place for its payment for an hour, then as long as the provider leaves it open", async () => {
    const { house, clock, taken } = await setup();
    await held(house, "ten", "mine");
    await holdForPayment(house, { draftId: "mine", caseId: "case" });
    clock.advance(59 * minute);
    await releaseExpired(house, noPayments);
    clock.advance(minute);
    for (const answer of ["pending", "unknown", "paid"] as const) {
      await releaseExpired(house, async () => answer);
      expect([answer, await taken("ten")]).toEqual([answer, 1]);
      clock.advance(5 * minute);
    }
    await releaseExpired(house, async () => "ended");
    expect(await taken("ten")).toBe(0);
  });

  it("books a place that is paid while it is being released", async () => {
    const { house, clock } = await setup();
    await held(house, "ten", "mine");
    await holdForPayment(house, { draftId: "mine", caseId: "case" });
    clock.advance(61 * minute);
    await releaseExpired(house, async () => {
      await bookPaid(house, "case");
      return "ended";
    });
    expect(await bookingOf(house, "case")).toMatchObject({ state: "booked" });
  });

  it("takes a released place again when it is paid late, or says that it is gone", async () => {
    const { house, clock, taken } = await setup();
    await held(house, "ten", "mine");
    await holdForPayment(house, { draftId: "mine", caseId: "case" });
    await keepForRetry(house, "case");
    clock.advance(15 * minute);
    await releaseExpired(house, async () => "ended");
    expect(await bookingOf(house, "case")).toMatchObject({ state: "released" });
    expect(await holdAgain(house, "case")).toMatchObject({ ok: true, value: { state: "held" } });
    clock.advance(61 * minute);
    await releaseExpired(house, async () => "ended");
    await held(house, "ten", "theirs");
    expect(await bookPaid(house, "case")).toEqual({ ok: false, error: "expired" });
    await releaseHold(house, "theirs");
    expect(await bookPaid(house, "case")).toMatchObject({ ok: true, value: { state: "booked" } });
    expect(await bookPaid(house, "case")).toMatchObject({ ok: true, value: { state: "booked" } });
    expect(await taken("ten")).toBe(1);
    expect(await bookPaid(house, "another")).toEqual({ ok: true, value: undefined });
  });

  it("takes a place again once though it is asked ten times at once", async () => {
    const { house, clock, taken, live } = await setup({ capacity: 3 });
    await held(house, "ten", "mine");
    await holdForPayment(house, { draftId: "mine", caseId: "case" });
    clock.advance(61 * minute);
    await releaseExpired(house, async () => "ended");
    const again = await Promise.all(
      Array.from({ length: 10 }, (_, i) => (i % 2 ? holdAgain(house, "case") : bookPaid(house, "case"))),
    );
    expect(again.every((one) => one.ok)).toBe(true);
    expect([await taken("ten"), await live()]).toEqual([1, 1]);
    expect(await bookingOf(house, "case")).toMatchObject({ state: "booked" });
  });

  it("refuses what is over, what is not there, and a crew's day on its eve", async () => {
    const { house, clock } = await setup();
    expect(await holdSlot(house, aGuest, { slotId: "none", draftId: "d" })).toEqual({ ok: false, error: "unknown" });
    expect(await listSlots(house, "crew")).toHaveLength(1);
    clock.set("2026-05-13T17:00:00Z"); // 6pm in London, 12 hours before
    expect(await listSlots(house, "crew")).toEqual([]);
    expect(await holdSlot(house, aGuest, { slotId: "day", draftId: "d" })).toEqual({ ok: false, error: "past" });
    clock.set("2026-05-14T09:00:00Z");
    expect(await holdSlot(house, aGuest, { slotId: "ten", draftId: "d" })).toEqual({ ok: false, error: "past" });
    expect(await nearestSlots(house, "ten", 3)).toMatchObject([{ id: "half", left: 1 }]);
  });

  it("gives a cancelled place back once, until it begins", async () => {
    const { house, clock, taken } = await setup();
    await held(house, "ten", "mine");
    await confirmBooking(house, { draftId: "mine", caseId: "case" });
    const cancelled = await Promise.all([1, 2, 3].map(() => cancelBooking(house, { caseId: "case" })));
    expect(cancelled.map((result) => result.ok && result.value.changes)).toEqual([1, 1, 1]);
    expect(await taken("ten")).toBe(0);
    await held(house, "ten", "theirs");
    await confirmBooking(house, { draftId: "theirs", caseId: "other" });
    clock.set("2026-05-14T09:00:00Z");
    expect(await cancelBooking(house, { caseId: "other" })).toEqual({ ok: false, error: "past" });
    expect(await cancelBooking(house, { caseId: newId() })).toEqual({ ok: false, error: "unknown" });
  });
});
