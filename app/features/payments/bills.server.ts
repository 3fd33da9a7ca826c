import { and, eq, sql } from "drizzle-orm";
import { paymentTables } from "~db/schema/payments";
import { calendarDate } from "../../platform/clock";
import type { House } from "../../platform/house.server";
import { lettersAndDigits } from "../../platform/typed";

export type Register = "council-tax" | "business-rates" | "parking-charge" | "invoice";

export interface BillView {
  id: string;
  register: Register;
  /** As it stands on the letter. */
  reference: string;
  description: string;
  /** What is owed today, in pence: a discount is taken off. 0 where nothing is left to pay. */
  duePence: number;
  /** What is owed once the discount has ended; only while there is one. */
  fullPence?: number;
  /** The last calendar date of the discount. */
  discountUntil?: string;
  issuedOn: string;
}

/**
 * The bill with the reference that is on the letter. Spaces, hyphens and case do not matter.
 * @param match the vehicle or postcode that goes with it. A wrong one looks the same as a reference that does not exist.
 */
export async function findBill(
  house: House,
  register: Register,
  reference: string,
  match?: string,
): Promise<BillView | undefined> {
  const row = await findRow(house, register, reference);
  if (!row) return undefined;
  if (row.match !== null && lettersAndDigits(row.match) !== lettersAndDigits(match ?? "")) return undefined;
  return toBillView(row, calendarDate(house.clock.now()));
}

/** Whether the council has sent any bills of this kind here. */
export async function hasBills(house: House, register: Register): Promise<boolean> {
  const { bills } = house.db.tables(paymentTables);
  const rows = await house.db.q.select({ id: bills.id }).from(bills).where(eq(bills.register, register)).limit(1);
  return rows.length > 0;
}

/** What is owed on a bill today, in pence, for whoever has found it by what goes with its reference. */
export async function findDue(house: House, billId: string): Promise<number | undefined> {
  const { bills } = house.db.tables(paymentTables);
  const [row] = await house.db.q.select().from(bills).where(eq(bills.id, billId));
  return row && toBillView(row, calendarDate(house.clock.now())).duePence;
}

/**
 * Takes a payment off what is owed, in the transaction in which it becomes paid.
 * @param paid.startedAt when the payment was begun: a discount of that day still holds
 */
export async function settleBill(
  house: House,
  paid: { billId: string; amountPence: number; startedAt: Date },
): Promise<void> {
  const { bills } = house.db.tables(paymentTables);
  const [row] = await house.db.q.select().from(bills).where(eq(bills.id, paid.billId));
  if (!row) return house.log.error({ billId: paid.billId }, "a payment was made for a bill that is not there");
  const { duePence } = toBillView(row, calendarDate(paid.startedAt));
  const left =
    paid.amountPence >= duePence
      ? sql`0`
      : sql`case when ${bills.duePence} > ${paid.amountPence} then ${bills.duePence} - ${paid.amountPence} else 0 end`;
  await house.db.transaction(() =>
    house.db.q
      .update(bills)
      .set({ duePence: left, paidPence: sql`${bills.paidPence} + ${paid.amountPence}` })
      .where(eq(bills.id, row.id)),
  );
}

async function findRow(house: House, register: Register, reference: string) {
  const wanted = lettersAndDigits(reference);
  if (!wanted || wanted.length > 40) return undefined;
  const { bills } = house.db.tables(paymentTables);
  const [row] = await house.db.q
    .select()
    .from(bills)
    .where(and(eq(bills.register, register), eq(bills.reference, wanted)));
  return row;
}

type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>;

function toBillView(row: Row, today: string): BillView {
  const { id, register, reference, description, issuedOn } = row;
  const view = { id, register, reference, description, issuedOn, duePence: row.duePence };
  const { discountUntil } = row;
  if (!discountUntil || today > discountUntil || row.duePence === 0 || row.paidPence > 0) return view;
  return { ...view, duePence: Math.ceil(row.duePence / 2), fullPence: row.duePence, discountUntil };
}
