import { declareTables } from "./kit";
import { provenance } from "./provenance";

export type PaymentState = "created" | "started" | "failed" | "cancelled" | "expired" | "paid" | "refunded";

export const paymentTables = declareTables((k) => {
  const payments = k.table(
    "payments",
    {
      id: k.id(),
      caseId: k.text("case_id").notNull(),
      ...provenance(k),
      amountPence: k.integer("amount_pence").notNull(),
      state: k.text("state").$type<PaymentState>().notNull(),
      provider: k.text("provider").notNull(),
      /** The provider's own id, written before anybody is sent there. */
      providerId: k.text("provider_id").unique(),
      nextUrl: k.text("next_url"),
      createdAt: k.instant("created_at").notNull(),
      updatedAt: k.instant("updated_at").notNull(),
    },
    (t) => [k.index("payments_case").on(t.caseId), k.index("payments_state").on(t.state, t.updatedAt)],
  );
  /** What somebody owes, by the reference on their letter. */
  const bills = k.table(
    "bills",
    {
      id: k.id(),
      register: k.text("register").$type<"council-tax" | "parking-charge" | "invoice" | "business-rates">().notNull(),
      reference: k.text("reference").notNull(),
      /** The vehicle or postcode that must be given with the reference; empty where none is asked for. */
      match: k.text("match"),
      duePence: k.integer("due_pence").notNull(),
      paidPence: k.integer("paid_pence").notNull().default(0),
      description: k.text("description").notNull(),
      issuedOn: k.date("issued_on").notNull(),
      /** The last day on which half is enough, as the notice itself says: 14 days or 21. Empty: no discount. */
      discountUntil: k.date("discount_until"),
    },
    (t) => [k.uniqueIndex("bills_reference").on(t.register, t.reference)],
  );
  return { payments, bills };
});
