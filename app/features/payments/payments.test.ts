import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { paymentTables } from "~db/schema/payments";
import { demoBills, seedBills } from "~db/seed/bills";
import { fixedClock } from "../../platform/clock";
import { eachDatabase } from "../../platform/db/testing.server";
import type { House } from "../../platform/house.server";
import { newId } from "../../platform/ids";
import { runOutbox } from "../../platform/outbox.server";
import { createTestHouse } from "../../testing/portal.server";
import { aGuest } from "../../testing/provenance";
import {
  applyProviderState,
  createPayment,
  findBill,
  findPayment,
  type PaymentProvider,
  type PaymentState,
  type ProviderState,
  paymentHandlers,
  paymentsOf,
  pollPayments,
  refreshPayment,
  retryPayment,
  type Settlement,
  settleBill,
  startPayment,
  useProvider,
} from "./payments.server";

const minute = 60_000;
const about = { returnUrl: "http://x/return", reference: "7K4", description: "A thing", lng: "en" as const };

/** A provider that tests steer: it may be down, slow, and say anything in any order. */
function fakeProvider() {
  const states = new Map<string, ProviderState>();
  const steer = { fault: false, slowMs: 0, amountPence: undefined as number | undefined, asked: 0, made: 0 };
  const amounts = new Map<string, number>();
  const answer = async <T>(value: () => T): Promise<T> => {
    steer.asked++;
    if (steer.slowMs) await new Promise((resolve) => setTimeout(resolve, steer.slowMs));
    if (steer.fault) throw new Error("the provider is down");
    return value();
  };
  const provider: PaymentProvider = {
    name: "fake",
    create: ({ paymentId, amountPence }) =>
      answer(() => {
        const providerId = `at-${paymentId}`;
        if (!states.has(providerId)) steer.made++;
        if (!states.has(providerId)) states.set(providerId, "started");
        amounts.set(providerId, amountPence);
        return { providerId, nextUrl: `https://pay.example/${providerId}` };
      }),
    get: (id) => answer(() => ({ state: states.get(id)!, amountPence: steer.amountPence ?? amounts.get(id)! })),
    cancel: (id) => answer(() => void (states.get(id) === "started" && states.set(id, "cancelled"))),
    refund: (id) => answer(() => void states.set(id, "refunded")),
  };
  return {
    provider,
    steer,
    say: (paymentId: string, state: ProviderState) => states.set(`at-${paymentId}`, state),
    states,
  };
}

eachDatabase("payments", (open) => {
  const setup = async () => {
    const clock = fixedClock("2026-05-13T09:00:00Z");
    const house = createTestHouse(await open(), { clock });
    const fake = fakeProvider();
    useProvider(house, fake.provider);
    const settled: string[] = [];
    const settlement: Settlement = {
      onPaid: async (_house, payment) => {
        settled.push(`paid ${payment.id}`);
        return true;
      },
      onEnded: async (_house, payment) => void settled.push(`ended ${payment.id}`),
      referenceOf: async () => "7K4F-29MX",
    };
    const caseId = newId();
    const create = () => house.db.transaction(() => createPayment(house, aGuest, { caseId, amountPence: 3500 }));
    const start = (id: string) => startPayment(house, id, about);
    const refresh = (id: string) => refreshPayment(house, id, settlement);
    const state = async (id: string) => (await findPayment(house, id))!.state;
    return { house, clock, ...fake, settled, settlement, caseId, create, start, refresh, state };
  };

  it("writes the amount before anybody is sent anywhere, and the provider's id before the redirect", async () => {
    const { house, create, start, steer } = await setup();
    const payment = await create();
    expect(payment).toMatchObject({ amountPence: 3500, state: "created" });
    expect((await create()).id).toBe(payment.id);
    const all = await Promise.all([1, 2, 3].map(() => start(payment.id)));
    expect(new Set(all.map((one) => (one.ok ? one.value.nextUrl : one.error)))).toEqual(
      new Set([`https://pay.example/at-${payment.id}`]),
    );
    expect(steer.made).toBe(1);
    const { payments } = house.db.tables(paymentTables);
    const [row] = await house.db.q.select().from(payments).where(eq(payments.id, payment.id));
    expect(row).toMatchObject({ state: "started", providerId: `at-${payment.id}` });
  });

  it("refuses a payment of nothing", async () => {
    const { house, caseId } = await setup();
    for (const amountPence of [0, -1, 1.5, Number.NaN])
      await expect(createPayment(house, aGuest, { caseId, amountPence })).rejects.toThrow("cannot be made");
  });

  it("only moves forward, whatever the order of the answers", async () => {
    const { house, create, start, settlement, settled } = await setup();
    const { id } = await create();
    await start(id);
    const told: [ProviderState, PaymentState][] = [
      ["failed", "failed"],
      ["cancelled", "failed"],
      ["started", "failed"],
      ["paid", "paid"],
      ["failed", "paid"],
      ["expired", "paid"],
      ["paid", "paid"],
      ["refunded", "refunded"],
      ["paid", "refunded"],
    ];
    for (const [said, is] of told)
      expect(await applyProviderState(house, id, said, settlement)).toMatchObject({ state: is });
    expect(settled).toEqual([`ended ${id}`, `paid ${id}`]);
  });

  it("settles once, though twenty answers come at once", async () => {
    const { house, create, start, settlement, settled, say, refresh } = await setup();
    const { id } = await create();
    await start(id);
    say(id, "paid");
    await Promise.all([
      ...Array.from({ length: 10 }, () => refresh(id)),
      ...Array.from({ length: 10 }, () => applyProviderState(house, id, "paid", settlement)),
    ]);
    expect(settled).toEqual([`paid ${id}`]);
  });

  it("is not paid at all when settling it fails, and is paid when the answer comes again", async () => {
    const { house, create, start, say, settlement, settled, state } = await setup();
    const { id } = await create();
    await start(id);
    say(id, "paid");
    const broken = { ...settlement, onPaid: () => Promise.reject(new Error("disk full")) };
    await expect(refreshPayment(house, id, broken)).rejects.toThrow("disk full");
    expect(await state(id)).toBe("started");
    await refreshPayment(house, id, settlement);
    expect([await state(id), settled]).toEqual(["paid", [`paid ${id}`]]);
  });

  it("stays as it is while the provider is down or slow, or tells of another amount", async () => {
    const { house, create, start, refresh, say, steer, state } = await setup();
    house.log.level = "silent";
    const { id } = await create();
    steer.fault = true;
    expect(await start(id)).toEqual({ ok: false, error: "unavailable" });
    steer.fault = false;
    await start(id);
    say(id, "paid");
    steer.fault = true;
    expect(await refresh(id)).toEqual({ ok: false, error: "unavailable" });
    Object.assign(steer, { fault: false, amountPence: 1 });
    expect(await refresh(id)).toEqual({ ok: false, error: "unavailable" });
    expect(await state(id)).toBe("started");
    Object.assign(steer, { amountPence: undefined, slowMs: 6000 });
    expect(await refresh(id)).toEqual({ ok: false, error: "unavailable" });
    steer.slowMs = 0;
    expect(await refresh(id)).toMatchObject({ ok: true, value: { state: "paid" } });
  }, 20_000);

  it("settles a payment whose payer never comes back, asking at growing distances", async () => {
    const { house, clock, create, start, say, steer, settlement, settled, state } = await setup();
    const { id } = await create();
    await start(id);
    steer.asked = 0;
    for (let seconds = 0; seconds < 3600; seconds += 30) {
      clock.advance(30_000);
      await pollPayments(house, settlement);
    }
    expect(steer.asked).toBeGreaterThan(5);
    expect(steer.asked).toBeLessThan(30);
    say(id, "paid");
    clock.advance(60 * minute);
    expect(await pollPayments(house, settlement)).toBe(1);
    expect([await state(id), settled]).toEqual(["paid", [`paid ${id}`]]);
    clock.advance(600 * minute);
    expect(await pollPayments(house, settlement)).toBe(0);
  });

  it("finds out by itself that a failed payment was paid after all", async () => {
    const { house, clock, create, start, say, refresh, settlement, settled } = await setup();
    const { id } = await create();
    await start(id);
    say(id, "failed");
    await refresh(id);
    say(id, "paid");
    clock.advance(10 * minute);
    await pollPayments(house, settlement);
    expect(settled).toEqual([`ended ${id}`, `paid ${id}`]);
  });

  it("gives up a payment that nobody was sent to make", async () => {
    const { house, clock, create, start, settlement, settled } = await setup();
    const { id } = await create();
    clock.advance(89 * minute);
    await pollPayments(house, settlement);
    clock.advance(60 * minute);
    await pollPayments(house, settlement);
    expect(settled).toEqual([`ended ${id}`]);
    expect(await start(id)).toEqual({ ok: false, error: "ended" });
  });

  it("pays a case once though two attempts are paid: the second one is given back", async () => {
    const { house, caseId, create, start, say, refresh, settled, state } = await setup();
    house.log.level = "silent";
    const first = await create();
    await start(first.id);
    say(first.id, "failed");
    await refresh(first.id);
    const again = await Promise.all([1, 2, 3].map(() => retryPayment(house, aGuest, first.id)));
    const second = again[0]?.ok ? again[0].value : undefined;
    expect(new Set(again.map((one) => one.ok && one.value.id)).size).toBe(1);
    expect(await paymentsOf(house, caseId)).toHaveLength(2);
    await start(second!.id);
    say(first.id, "paid");
    say(second!.id, "paid");
    await Promise.all([refresh(first.id), refresh(second!.id)]);
    expect(settled.filter((line) => line.startsWith("paid"))).toHaveLength(1);
    await runOutbox(house, paymentHandlers);
    expect([await state(first.id), await state(second!.id)].sort()).toEqual(["paid", "refunded"]);
    expect(await retryPayment(house, aGuest, first.id)).toEqual({ ok: false, error: "paid" });
  });

  it("closes the other open attempt of a case that is paid, here and at the provider", async () => {
    const { house, create, start, say, refresh, state, states } = await setup();
    const first = await create();
    await start(first.id);
    say(first.id, "cancelled");
    await refresh(first.id);
    const second = await retryPayment(house, aGuest, first.id);
    if (!second.ok) throw new Error(second.error);
    await start(second.value.id);
    say(first.id, "paid");
    await refresh(first.id);
    expect(await start(second.value.id)).toEqual({ ok: false, error: "paid" });
    await runOutbox(house, paymentHandlers);
    expect(states.get(`at-${second.value.id}`)).toBe("cancelled");
    await refresh(second.value.id);
    expect(await state(second.value.id)).toBe("cancelled");
  });

  it("gives money back that cannot be used, again if the provider was down", async () => {
    const { house, clock, create, start, say, settlement, state, steer } = await setup();
    house.log.level = "silent";
    const { id } = await create();
    await start(id);
    say(id, "paid");
    await refreshPayment(house, id, { ...settlement, onPaid: async () => false });
    steer.fault = true;
    await runOutbox(house, paymentHandlers);
    expect(await state(id)).toBe("paid");
    steer.fault = false;
    clock.advance(minute);
    await runOutbox(house, paymentHandlers);
    expect(await state(id)).toBe("refunded");
  });
});

eachDatabase("bills", (open) => {
  const setup = async () => {
    const clock = fixedClock("2026-05-13T09:00:00Z");
    const house: House = createTestHouse(await open(), { clock });
    await seedBills(house.db, clock.now());
    await seedBills(house.db, clock.now());
    return { house, clock };
  };
  const { councilTax, parkingCharge, parkingChargeAtFullPrice, invoice } = demoBills;

  it("finds the demo bills as people type them", async () => {
    const { house } = await setup();
    expect(await findBill(house, "council-tax", " 9000 0019 ")).toMatchObject({ duePence: councilTax.duePence });
    expect(await findBill(house, "invoice", "inv-900019", "bk11aa")).toMatchObject({ duePence: invoice.duePence });
    expect(await findBill(house, "parking-charge", "bk 0000 0018", "qq00aaa")).toMatchObject({ duePence: 3500 });
  });

  it("says the same of a wrong match, a missing one and an unknown reference", async () => {
    const { house } = await setup();
    const { reference } = parkingCharge;
    for (const [register, typed, match] of [
      ["parking-charge", reference, "AB12 CDE"],
      ["parking-charge", reference, ""],
      ["parking-charge", reference, undefined],
      ["parking-charge", "BK99999999", parkingCharge.vehicle],
      ["invoice", reference, parkingCharge.vehicle],
      ["invoice", "", ""],
      ["council-tax", "x".repeat(10_000), undefined],
      ["council-tax", "'; drop table bills; --", undefined],
    ] as const)
      expect(await findBill(house, register, typed, match)).toBeUndefined();
  });

  it("halves a penalty charge until the day that its own notice names, the 14th or the 21st", async () => {
    const { house, clock } = await setup();
    const look = () => findBill(house, "parking-charge", parkingCharge.reference, parkingCharge.vehicle);
    expect(await look()).toMatchObject({ duePence: 3500, fullPence: 7000, discountUntil: "2026-05-23" });
    clock.set("2026-05-23T22:59:00Z");
    expect(await look()).toMatchObject({ duePence: 3500 });
    clock.set("2026-05-23T23:00:00Z"); // midnight in London
    expect(await look()).toMatchObject({ duePence: 7000 });
    expect((await look())?.fullPence).toBeUndefined();
    const { reference, vehicle } = parkingChargeAtFullPrice;
    expect(await findBill(house, "parking-charge", reference, vehicle)).toMatchObject({ duePence: 7000 });
    clock.set("2026-05-13T12:00:00Z");
    const byCamera = { id: newId(), register: "parking-charge" as const, reference: "BK70000001", match: null };
    const notice = { duePence: 13_000, description: "Bus lane", issuedOn: "2026-05-13", discountUntil: "2026-06-02" };
    const { bills } = house.db.tables(paymentTables);
    await house.db.transaction(() => house.db.q.insert(bills).values({ ...byCamera, ...notice }));
    clock.set("2026-06-02T12:00:00Z");
    expect(await findBill(house, "parking-charge", "BK70000001")).toMatchObject({ duePence: 6500 });
  });

  it("takes what is paid off what is owed", async () => {
    const { house, clock } = await setup();
    const account = (await findBill(house, "council-tax", councilTax.reference))!;
    const pay = (billId: string, amountPence: number, startedAt = clock.now()) =>
      settleBill(house, { billId, amountPence, startedAt });
    await Promise.all([pay(account.id, 100_00), pay(account.id, 50_00)]);
    expect(await findBill(house, "council-tax", councilTax.reference)).toMatchObject({ duePence: 109_350 });
    await pay(account.id, 1_000_000);
    expect(await findBill(house, "council-tax", councilTax.reference)).toMatchObject({ duePence: 0 });
  });

  it("closes a charge that was begun at half price on the last day", async () => {
    const { house, clock } = await setup();
    const { reference, vehicle } = parkingCharge;
    const charge = (await findBill(house, "parking-charge", reference, vehicle))!;
    const startedAt = new Date("2026-05-23T22:50:00Z");
    clock.set("2026-05-23T23:10:00Z");
    await settleBill(house, { billId: charge.id, amountPence: 3500, startedAt });
    expect(await findBill(house, "parking-charge", reference, vehicle)).toMatchObject({ duePence: 0 });
  });
});
