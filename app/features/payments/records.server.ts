import { and, eq, inArray } from "drizzle-orm";
import { paymentTables } from "~db/schema/payments";
import { type Doer, type Provenance, provenanceColumns, provenanceOf } from "../../platform/actor";
import { blank, type HotQuery } from "../../platform/db/database.server";
import type { House } from "../../platform/house.server";
import { newId } from "../../platform/ids";
import { err, ok, type Result } from "../../platform/result";
import { findProvider } from "./providers.server";
import { isLive, isPaid, type PaymentState } from "./states";

export interface PaymentView {
  id: string;
  caseId: string;
  amountPence: number;
  state: PaymentState;
  createdAt: Date;
  /** When it came into its state, or the provider was asked last. */
  updatedAt: Date;
}
export type PaymentRow = NonNullable<Awaited<ReturnType<typeof findRow>>>;

export const toPaymentView = (row: PaymentRow): PaymentView => ({
  id: row.id,
  caseId: row.caseId,
  amountPence: row.amountPence,
  state: row.state,
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
});

export async function findRow(house: House, id: string) {
  const { payments } = house.db.tables(paymentTables);
  const [row] = await house.db.q.select().from(payments).where(eq(payments.id, id));
  return row;
}

export async function findPayment(house: House, id: string): Promise<PaymentView | undefined> {
  const row = await findRow(house, id);
  return row && toPaymentView(row);
}

const attemptsAt: HotQuery<{ caseId: string }, PaymentRow> = (q, db) => {
  const { payments } = db.tables(paymentTables);
  return q
    .select()
    .from(payments)
    .where(eq(payments.caseId, blank("caseId")));
};

/** Every attempt to pay for a case, the first one first. */
export async function paymentsOf(house: House, caseId: string): Promise<PaymentView[]> {
  const rows = await house.db.run(attemptsAt, { caseId });
  return rows.sort((one, other) => one.createdAt.getTime() - other.createdAt.getTime()).map(toPaymentView);
}

/**
 * Lets the attempts of one case come one after another, on both databases.
 * @returns them as they are once this transaction's turn has come
 */
export async function lockPayments(house: House, caseId: string): Promise<PaymentRow[]> {
  const { payments } = house.db.tables(paymentTables);
  await house.db.q.update(payments).set({ caseId }).where(eq(payments.caseId, caseId));
  // Read after the lock, not with it: PostgreSQL's update does not see an attempt that was added while it waited.
  return house.db.run(attemptsAt, { caseId });
}

/**
 * Writes down what is to be paid, in the transaction that submits the case and before anybody is sent anywhere.
 * A case that has an open payment keeps it.
 * @param order.amountPence whole pence, more than 0
 */
export async function createPayment(
  house: House,
  by: Provenance,
  { caseId, amountPence }: { caseId: string; amountPence: number },
): Promise<PaymentView> {
  if (!Number.isSafeInteger(amountPence) || amountPence <= 0)
    throw new RangeError(`A payment of ${amountPence} pence cannot be made: a case without a fee needs no payment.`);
  return house.db.transaction(async () => {
    const open = (await lockPayments(house, caseId)).find((row) => isLive(row.state) || isPaid(row.state));
    return toPaymentView(open ?? (await insertPayment(house, by, caseId, amountPence)));
  });
}

async function insertPayment(house: House, by: Provenance, caseId: string, amountPence: number): Promise<PaymentRow> {
  const { payments } = house.db.tables(paymentTables);
  const now = house.clock.now();
  const provider = findProvider(house)?.name ?? "none";
  const values = {
    id: newId(),
    ...provenanceColumns(by),
    caseId,
    amountPence,
    state: "created" as const,
    provider,
    createdAt: now,
    updatedAt: now,
  };
  const [row] = await house.db.q.insert(payments).values(values).returning();
  return row!;
}

/**
 * Begins another attempt after one that failed, was cancelled or ran out.
 * @returns the open attempt where there is one already; `paid` where nothing is left to pay
 */
export function retryPayment(
  house: House,
  by: Doer,
  paymentId: string,
): Promise<Result<PaymentView, "paid" | "unknown">> {
  return house.db.transaction(async () => {
    const former = await findRow(house, paymentId);
    if (!former) return err("unknown");
    const all = await lockPayments(house, former.caseId);
    if (all.some((row) => isPaid(row.state))) return err("paid");
    const open = all.find((row) => isLive(row.state));
    return ok(
      toPaymentView(
        open ??
          (await insertPayment(
            house,
            { ...by, subject: provenanceOf(former).subject },
            former.caseId,
            former.amountPence,
          )),
      ),
    );
  });
}

/** Whether a case has nothing left to pay. */
export async function hasPaid(house: House, caseId: string): Promise<boolean> {
  const { payments } = house.db.tables(paymentTables);
  const paid = inArray(payments.state, ["paid"]);
  const rows = await house.db.q
    .select({ id: payments.id })
    .from(payments)
    .where(and(eq(payments.caseId, caseId), paid))
    .limit(1);
  return rows.length > 0;
}
