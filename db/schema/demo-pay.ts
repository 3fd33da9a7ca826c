import { declareTables } from "./kit";

export const demoPayTables = declareTables((k) => {
  /** The demo payment provider's own records: a bank that is not there. */
  const demoPayments = k.table("demo_payments", {
    id: k.id(),
    amountPence: k.integer("amount_pence").notNull(),
    reference: k.text("reference").notNull(),
    returnUrl: k.text("return_url").notNull(),
    locale: k.text("locale").notNull(),
    state: k.text("state").$type<"created" | "failed" | "cancelled" | "paid" | "refunded">().notNull(),
    createdAt: k.instant("created_at").notNull(),
  });
  return { demoPayments };
});
