import { and, eq, inArray } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { accountTables } from "~db/schema/accounts";
import { caseTables } from "~db/schema/cases";
import { organisationTables } from "~db/schema/organisations";
import { bySystemFor } from "./actor";
import type { Database } from "./db/database.server";
import { walkRows } from "./db/overdue.server";
import { type Noting, noteSecurity } from "./security-events.server";
import { plainEmail } from "./typed";

/** Addresses that somebody has to look at: the plain form of one account's is another account's already. */
export interface TidiedEmails {
  changed: { accounts: number; invitations: number; cases: number };
  shared: { account: string; other: string }[];
}

/**
 * Brings addresses that were stored before all were read by one rule into its form, few at a time: with an invisible
 * mark or a full-width letter in it an account cannot be signed in to. Accounts are never merged. Again is no harm.
 */
export async function tidyEmails(house: Noting): Promise<TidiedEmails> {
  const { db } = house;
  const { accounts } = db.tables(accountTables);
  const { invitations } = db.tables(organisationTables);
  const { cases } = db.tables(caseTables);
  const shared: TidiedEmails["shared"] = [];
  const isFree = async (account: string, email: string) => {
    const [other] = await db.q.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, email));
    if (other) shared.push({ account, other: other.id });
    return !other;
  };
  const note = (id: string) =>
    noteSecurity(house, bySystemFor(id), { action: "email.changed", record: { kind: "account", id } });
  const changed = {
    accounts: await tidy(db, { from: accounts, id: accounts.id, email: accounts.email, key: "email" }, isFree, note),
    invitations: await tidy(db, { from: invitations, id: invitations.id, email: invitations.email, key: "email" }),
    cases: await tidy(db, { from: cases, id: cases.id, email: cases.contactEmail, key: "contactEmail" }),
  };
  return { changed, shared };
}

interface Stored {
  from: PgTable;
  id: PgColumn;
  email: PgColumn;
  /** What the column of the address is called in the code. */
  key: string;
}

async function tidy(
  db: Database,
  { from, id, email, key }: Stored,
  mayChange: (id: string, email: string) => Promise<boolean> = async () => true,
  note: (id: string) => Promise<void> = async () => {},
): Promise<number> {
  let changed = 0;
  await walkRows(db, { from, id, of: undefined }, async (ids) => {
    const rows = await db.q.select({ id, email }).from(from).where(inArray(id, ids));
    const odd = rows
      .map((row) => ({ id: String(row.id), email: row.email === null ? "" : String(row.email) }))
      .filter((row) => row.email !== plainEmail(row.email));
    if (odd.length === 0) return;
    await db.transaction(async () => {
      for (const row of odd) {
        const plain = plainEmail(row.email);
        if (!(await mayChange(row.id, plain))) continue;
        // Whoever changed the row meanwhile has done so by the rule.
        const still = and(eq(id, row.id), eq(email, row.email));
        const done = await db.q
          .update(from)
          .set({ [key]: plain })
          .where(still)
          .returning({ id });
        changed += done.length;
        if (done.length > 0) await note(row.id);
      }
    });
  });
  return changed;
}
