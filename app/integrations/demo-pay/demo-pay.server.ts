import { and, eq } from "drizzle-orm";
import { demoPayTables } from "~db/schema/demo-pay";
import type { House } from "../../platform/house.server";
import { type Language, splitPath } from "../../platform/i18n/languages";

/** How long somebody may take to pay. */
const openMs = 90 * 60 * 1000;

type State = "started" | "failed" | "cancelled" | "expired" | "paid" | "refunded";
interface Order {
  paymentId: string;
  amountPence: number;
  reference: string;
  returnUrl: string;
  lng: Language;
}

/** What the demo payment page shows. */
export interface DemoPaymentView {
  id: string;
  amountPence: number;
  reference: string;
  /** The portal's own path, without the language: the payer may have chosen another one. */
  returnPath: string;
  state: State;
}

/**
 * A payment provider that is not there: it has its own records and pages, as a real one has, and takes no money.
 * @example const { nextUrl } = await demoPay(house).create({ paymentId, amountPence, reference, returnUrl, lng });
 */
export const demoPay = (house: House) => ({
  name: "demo",
  create: (order: Order) => create(house, order),
  get: async (id: string) => {
    const found = await findDemoPayment(house, id);
    if (!found) throw new Error(`The demo provider knows no payment ${id}.`);
    return { state: found.state, amountPence: found.amountPence };
  },
  cancel: async (id: string) => void (await decideDemoPayment(house, id, "cancelled")),
  refund: (id: string) => move(house, id, "paid", "refunded"),
});

async function create(house: House, order: Order): Promise<{ providerId: string; nextUrl: string }> {
  const { demoPayments } = house.db.tables(demoPayTables);
  const id = `demo-${order.paymentId}`;
  await house.db.transaction(() =>
    house.db.q
      .insert(demoPayments)
      .values({
        id,
        amountPence: order.amountPence,
        reference: order.reference,
        returnUrl: order.returnUrl,
        locale: order.lng,
        state: "created",
        createdAt: house.clock.now(),
      })
      .onConflictDoNothing(),
  );
  return { providerId: id, nextUrl: `/demo-pay/${id}` };
}

export async function findDemoPayment(house: House, id: string): Promise<DemoPaymentView | undefined> {
  const { demoPayments } = house.db.tables(demoPayTables);
  const [row] = await house.db.q.select().from(demoPayments).where(eq(demoPayments.id, id));
  if (!row) return undefined;
  const over = house.clock.now().getTime() - row.createdAt.getTime() >= openMs;
  const open = over ? "expired" : "started";
  const { amountPence, reference } = row;
  return {
    id,
    amountPence,
    reference,
    returnPath: ownPath(row.returnUrl),
    state: row.state === "created" ? open : row.state,
  };
}

/**
 * What somebody decided on the demo payment page. Only the first decision counts, and only in time.
 * @returns the payment as it is then
 */
export async function decideDemoPayment(
  house: House,
  id: string,
  state: "paid" | "failed" | "cancelled",
): Promise<DemoPaymentView | undefined> {
  const found = await findDemoPayment(house, id);
  if (found?.state === "started") await move(house, id, "created", state);
  return findDemoPayment(house, id);
}

async function move(
  house: House,
  id: string,
  from: "created" | "paid",
  state: "paid" | "failed" | "cancelled" | "refunded",
) {
  const { demoPayments } = house.db.tables(demoPayTables);
  await house.db.transaction(() =>
    house.db.q
      .update(demoPayments)
      .set({ state })
      .where(and(eq(demoPayments.id, id), eq(demoPayments.state, from))),
  );
}

/** Stays on the address that the reader has open, which need not be the one in the settings. */
const ownPath = (url: string) => splitPath(new URL(url).pathname).path;
