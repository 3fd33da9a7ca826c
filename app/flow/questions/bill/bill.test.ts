import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { paymentTables } from "~db/schema/payments";
import { demoBills, seedBills } from "~db/seed/bills";
import { copySqlite } from "../../../platform/db/testing.server";
import type { House } from "../../../platform/house.server";
import { createTestHouse } from "../../../testing/portal.server";
import { type Input, linesOf, readValue } from "../testing/ask";

const { invoice, parkingCharge, councilTax } = demoBills;
const unknown = { error: "We do not find this reference. Check every letter and number on your letter" };

describe("a bill", () => {
  let house: House;
  beforeAll(async () => {
    house = createTestHouse(await copySqlite());
    await seedBills(house.db, house.clock.now());
  });
  const find = (register: "invoice" | "parking-charge" | "council-tax", typed: string, match?: string) =>
    readValue({ type: "bill", register }, typed, { house, answers: match === undefined ? {} : { match } });
  // `with` names another question of the page: the reading gets that answer.
  const matched = (register: "invoice" | "parking-charge", typed: string, match: string) => {
    const input: Input = { type: "bill", register, with: "match" };
    return readValue(input, typed, { house, answers: { match } });
  };

  it.each([
    ["invoice", invoice.reference, invoice.postcode],
    ["invoice", ` ${invoice.reference.toLowerCase()} `, invoice.postcode.toLowerCase().replace(" ", "")],
    ["parking-charge", parkingCharge.reference.replace(/^BK/, "bk "), parkingCharge.vehicle.replace(" ", "")],
  ] as const)("of the register %s is found by %s and %s", async (register, typed, match) => {
    expect(await matched(register, typed, match)).toMatchObject({
      duePence: expect.any(Number) as number,
      description: expect.any(String) as string,
    });
  });

  it("looks the same where the reference is wrong, where the other value is, and where it is another register's", async () => {
    expect(await matched("invoice", "INV900000", invoice.postcode)).toEqual(unknown);
    expect(await matched("invoice", invoice.reference, "BK9 9ZZ")).toEqual(unknown);
    expect(await matched("invoice", invoice.reference, "")).toEqual(unknown);
    expect(await matched("invoice", parkingCharge.reference, parkingCharge.vehicle)).toEqual(unknown);
    expect(await find("invoice", invoice.reference)).toEqual(unknown);
    expect(await find("council-tax", "' or 1=1 --")).toEqual(unknown);
  });

  it("of council tax never shows what is owed to whoever knows its number", async () => {
    const value = await find("council-tax", councilTax.reference);
    expect(linesOf({ type: "bill", register: "council-tax" }, value)).toEqual([councilTax.reference]);
  });

  it("that is paid needs no payment", async () => {
    const { bills } = house.db.tables(paymentTables);
    await house.db.transaction(() =>
      house.db.q.update(bills).set({ duePence: 0 }).where(eq(bills.reference, invoice.reference)),
    );
    expect(await matched("invoice", invoice.reference, invoice.postcode)).toEqual({
      error: "This is already paid. You do not need to pay again",
    });
  });
});
