import { and, eq, inArray } from "drizzle-orm";
import { paymentTables } from "~db/schema/payments";
import { bySystem, provenanceOf } from "../../platform/actor";
import { audit } from "../../platform/audit.server";
import type { House } from "../../platform/house.server";
import { enqueue, type Handler } from "../../platform/outbox.server";
import type { ProviderState } from "./provider";
import { findProvider } from "./providers.server";
import { findRow, lockPayments, type PaymentRow, type PaymentView, toPaymentView } from "./records.server";
import { hasEnded, isLive, isPaid, statesBefore } from "./states";

/**
 * What else happens when a payment is decided, in the same transaction: `app/settlement.server.ts` binds it to cases,
 * bookings and bills. Each is called once for a payment, however often the provider tells.
 */
export interface Settlement {
  /** @returns false where the money cannot be used, such as for a place that is gone: it is given back then. */
  onPaid(house: House, payment: PaymentView): Promise<boolean>;
  /** Nothing was paid, and no other attempt of the case is open. */
  onEnded(house: House, payment: PaymentView): Promise<void>;
  /** What people know the payment's case by. */
  referenceOf(house: House, payment: PaymentView): Promise<string | undefined>;
}

/**
 * Writes down what the provider says of a payment. States only move forward, so answers may come twice, late or in
 * the wrong order.
 * @returns the payment as it is then
 */
export async function applyProviderState(
  house: House,
  paymentId: string,
  state: ProviderState,
  settlement: Settlement,
): Promise<PaymentView | undefined> {
  const before = await findRow(house, paymentId);
  if (!before) return undefined;
  if (!statesBefore(state).includes(before.state)) return toPaymentView(before);
  return house.db.transaction(async () => {
    const others = (await lockPayments(house, before.caseId)).filter((row) => row.id !== paymentId);
    const moved = await moveForward(house, paymentId, state);
    if (!moved) return toPaymentView((await findRow(house, paymentId))!);
    const payment = toPaymentView(moved);
    if (isPaid(state)) await settlePaid(house, moved, others, settlement);
    const open = others.some((row) => isLive(row.state) || isPaid(row.state));
    if (hasEnded(state) && !open) await settlement.onEnded(house, payment);
    return payment;
  });
}

async function moveForward(house: House, id: string, state: ProviderState): Promise<PaymentRow | undefined> {
  const { payments } = house.db.tables(paymentTables);
  const [row] = await house.db.q
    .update(payments)
    .set({ state, updatedAt: house.clock.now() })
    .where(and(eq(payments.id, id), inArray(payments.state, statesBefore(state))))
    .returning();
  return row;
}

/** The first payment of a case settles it; a second one is given back, and attempts that are still open are closed. */
async function settlePaid(house: House, paid: PaymentRow, others: PaymentRow[], settlement: Settlement): Promise<void> {
  const isSecond = others.some((row) => isPaid(row.state));
  const used = !isSecond && (await settlement.onPaid(house, toPaymentView(paid)));
  await audit(house, provenanceOf(paid), {
    action: used ? "payment.paid" : "payment.returned",
    record: { kind: "payment", id: paid.id },
    detail: {
      amountPence: paid.amountPence,
      case: paid.caseId,
      reference: await settlement.referenceOf(house, toPaymentView(paid)),
    },
  });
  if (!used) {
    house.log.warn({ paymentId: paid.id, isSecond }, "payment is given back");
    await enqueue(house, bySystem(provenanceOf(paid)), "payments.refund", { paymentId: paid.id });
  }
  if (!used) return;
  for (const other of others.filter((row) => isLive(row.state))) {
    if (other.providerId)
      await enqueue(house, bySystem(provenanceOf(other)), "payments.cancel", { paymentId: other.id });
    else await moveForward(house, other.id, "expired");
  }
}

/** Carries out the outbox rows of payments: again does no harm, since the provider knows each payment by its own id. */
export const paymentHandlers: Record<string, Handler> = {
  "payments.refund": async (house, { payload }) => {
    const row = await findRow(house, String(payload["paymentId"]));
    if (!row?.providerId || row.state !== "paid") return;
    await providerOf(house, row).refund(row.providerId);
    await house.db.transaction(() => moveForward(house, row.id, "refunded"));
  },
  "payments.cancel": async (house, { payload }) => {
    const row = await findRow(house, String(payload["paymentId"]));
    if (row?.providerId && isLive(row.state)) await providerOf(house, row).cancel(row.providerId);
  },
};

function providerOf(house: House, row: PaymentRow) {
  const provider = findProvider(house);
  if (provider?.name === row.provider) return provider;
  throw new Error(`No payment provider "${row.provider}" is set up: payment ${row.id} waits for it.`);
}
