import { and, eq, gt, inArray, lte, or } from "drizzle-orm";
import { paymentTables } from "~db/schema/payments";
import type { House } from "../../platform/house.server";
import type { Language } from "../../platform/i18n/languages";
import { err, ok, type Result } from "../../platform/result";
import { askProvider } from "./providers.server";
import { findRow, hasPaid, lockPayments, type PaymentRow, type PaymentView, toPaymentView } from "./records.server";
import { applyProviderState, type Settlement } from "./settle.server";
import { isLive, isPaid } from "./states";

const minute = 60 * 1000;
const day = 24 * 60 * minute;
/** A payment that nobody was sent to pay is given up after as long as the provider waits for one. */
const startWithinMs = 90 * minute;
/** The provider is asked again after half the payment's age, and not more often than this. */
const pollMs = 30 * 1000;
/** How long a payment that failed is still asked about: now and then one turns out to be paid. */
const doubtMs = 2 * day;
const mostAtOnce = 50;

export type StartError = "paid" | "ended" | "unavailable" | "unknown";

/**
 * Makes the payment at the provider and gives the page to send the payer to. The provider's id is stored before
 * anybody is sent there; again gives the same page.
 * @returns `paid` where the case has nothing left to pay, `ended` where a new attempt is needed, `unavailable` where the
 * provider does not answer
 */
export async function startPayment(
  house: House,
  paymentId: string,
  about: { returnUrl: string; reference: string; description: string; lng: Language; email?: string },
): Promise<Result<{ nextUrl: string }, StartError>> {
  const row = await findRow(house, paymentId);
  if (!row) return err("unknown");
  const refused = await refusal(house, row);
  if (refused) return err(refused);
  if (row.nextUrl) return ok({ nextUrl: row.nextUrl });
  const order = { paymentId, amountPence: row.amountPence, ...about };
  const made = await askProvider(house, row.provider, (provider) => provider.create(order));
  if (!made) return err("unavailable");
  const { payments } = house.db.tables(paymentTables);
  return house.db.transaction(async () => {
    const [started] = await house.db.q
      .update(payments)
      .set({ ...made, state: "started", updatedAt: house.clock.now() })
      .where(and(eq(payments.id, paymentId), eq(payments.state, "created")))
      .returning();
    if (started) return ok({ nextUrl: made.nextUrl });
    const now = (await findRow(house, paymentId))!;
    return now.nextUrl && isLive(now.state) ? ok({ nextUrl: now.nextUrl }) : err(isPaid(now.state) ? "paid" : "ended");
  });
}

async function refusal(house: House, row: PaymentRow): Promise<"paid" | "ended" | undefined> {
  if (isPaid(row.state) || (await hasPaid(house, row.caseId))) return "paid";
  return isLive(row.state) ? undefined : "ended";
}

/**
 * Asks the provider how a payment stands, and writes it down.
 * @returns `unavailable` where there was no answer: the payment is as it was
 */
export async function refreshPayment(
  house: House,
  paymentId: string,
  settlement: Settlement,
): Promise<Result<PaymentView, "unavailable" | "unknown">> {
  const row = await findRow(house, paymentId);
  if (!row) return err("unknown");
  if (row.state === "paid" || row.state === "refunded") return ok(toPaymentView(row));
  if (!row.providerId) return ok((await giveUpUnstarted(house, row, settlement)) ?? toPaymentView(row));
  const providerId = row.providerId;
  const answer = await askProvider(house, row.provider, (provider) => provider.get(providerId));
  if (!answer) return err("unavailable");
  if (answer.state === "paid" && answer.amountPence !== row.amountPence) {
    house.log.error({ paymentId, asked: row.amountPence, paid: answer.amountPence }, "another amount was paid");
    return err("unavailable");
  }
  return ok((await applyProviderState(house, paymentId, answer.state, settlement)) ?? toPaymentView(row));
}

async function giveUpUnstarted(house: House, row: PaymentRow, settlement: Settlement) {
  if (row.state !== "created" || house.clock.now().getTime() - row.createdAt.getTime() < startWithinMs)
    return undefined;
  return applyProviderState(house, row.id, "expired", settlement);
}

/**
 * How a case stands with its payments, after the provider was asked about each that may still change.
 * For `releaseExpired` of bookings: a place is given away only on "ended".
 */
export async function askPayments(
  house: House,
  caseId: string,
  settlement: Settlement,
): Promise<"paid" | "ended" | "pending" | "unknown"> {
  const { payments } = house.db.tables(paymentTables);
  const rows = await house.db.q.select().from(payments).where(eq(payments.caseId, caseId));
  let answered = true;
  for (const row of rows) {
    const asked = await refreshPayment(house, row.id, settlement);
    if (!asked.ok) answered = false;
  }
  const now = await house.db.transaction(() => lockPayments(house, caseId));
  if (now.some((row) => isPaid(row.state))) return "paid";
  if (!answered) return "unknown";
  return now.some((row) => isLive(row.state)) ? "pending" : "ended";
}

/**
 * Asks about payments whose payer has not come back: again and again, at growing distances. An open one is never
 * forgotten; one that failed is asked about for two days more.
 * @returns how many were asked about
 */
export async function pollPayments(house: House, settlement: Settlement): Promise<number> {
  const { payments } = house.db.tables(paymentTables);
  const now = house.clock.now().getTime();
  const rows = await house.db.q
    .select({ id: payments.id, createdAt: payments.createdAt, updatedAt: payments.updatedAt })
    .from(payments)
    .where(
      and(
        lte(payments.updatedAt, new Date(now - pollMs)),
        or(
          inArray(payments.state, ["created", "started"]),
          and(
            inArray(payments.state, ["failed", "cancelled", "expired"]),
            // No older than it was made: read by the index, not past all that ever failed.
            gt(payments.updatedAt, new Date(now - doubtMs)),
            gt(payments.createdAt, new Date(now - doubtMs)),
          ),
        ),
      ),
    );
  const due = rows.filter(
    (row) => now - row.updatedAt.getTime() >= (row.updatedAt.getTime() - row.createdAt.getTime()) / 2,
  );
  for (const { id } of due.slice(0, mostAtOnce)) {
    await refreshPayment(house, id, settlement);
    await house.db.transaction(() =>
      house.db.q
        .update(payments)
        .set({ updatedAt: house.clock.now() })
        .where(
          and(eq(payments.id, id), inArray(payments.state, ["created", "started", "failed", "cancelled", "expired"])),
        ),
    );
  }
  return Math.min(due.length, mostAtOnce);
}
