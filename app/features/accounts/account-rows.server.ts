import { eq, inArray, isNull } from "drizzle-orm";
import { accountTables } from "~db/schema/accounts";
import type { AccountRole } from "../../platform/actor";
import { removeOverdue } from "../../platform/db/overdue.server";
import type { House } from "../../platform/house.server";
import { newId } from "../../platform/ids";
import { plainEmail } from "../../platform/typed";
import { hashPassword } from "./passwords.server";

export interface AccountRow {
  id: string;
  email: string;
  name: string;
  passwordHash: string;
  role: AccountRole;
  locale: string;
  verifiedAt: Date | null;
}

export async function findByEmail(house: House, email: string): Promise<AccountRow | undefined> {
  const { accounts } = house.db.tables(accountTables);
  const [row] = await house.db.q.select().from(accounts).where(eq(accounts.email, email)).limit(1);
  return row;
}

export async function getAccount(house: House, id: string): Promise<AccountRow> {
  const { accounts } = house.db.tables(accountTables);
  const [row] = await house.db.q.select().from(accounts).where(eq(accounts.id, id)).limit(1);
  if (!row) throw new Error("There is no account of this id: it was removed while somebody used it.");
  return row;
}

/** Holds an account in the caller's transaction: of two that count what it did, the second counts what the first one did. */
export async function lockAccount({ db }: House, id: string): Promise<void> {
  if (db.dialect !== "postgres") return;
  const { accounts } = db.tables(accountTables);
  await db.q.select({ id: accounts.id }).from(accounts).where(eq(accounts.id, id)).for("no key update");
}

/** Names and addresses of accounts, by id. */
export async function listPeople(house: House, ids: string[]): Promise<Map<string, { name: string; email: string }>> {
  if (ids.length === 0) return new Map();
  const { accounts } = house.db.tables(accountTables);
  const { id, name, email } = accounts;
  const rows = await house.db.q.select({ id, name, email }).from(accounts).where(inArray(id, ids));
  return new Map(rows.map((row) => [row.id, row]));
}

/** Adds an account in the current transaction; undefined where the address has one. */
export async function insertAccount(house: House, account: Omit<AccountRow, "id">): Promise<AccountRow | undefined> {
  const { accounts } = house.db.tables(accountTables);
  const row = { ...account, id: newId(), createdAt: house.clock.now() };
  const [added] = await house.db.q.insert(accounts).values(row).onConflictDoNothing().returning();
  return added;
}

/** Changes an account in the current transaction. */
export async function changeAccount(
  house: House,
  id: string,
  change: Partial<Pick<AccountRow, "name" | "passwordHash" | "role" | "verifiedAt">>,
): Promise<void> {
  const { accounts } = house.db.tables(accountTables);
  await house.db.q.update(accounts).set(change).where(eq(accounts.id, id));
}

/**
 * Makes an account whose address is confirmed, for the seed and for tests.
 * @throws Error where the address has an account already.
 */
export async function createAccount(
  house: House,
  account: { email: string; name: string; password: string; role?: AccountRole; locale?: string },
): Promise<{ id: string }> {
  const passwordHash = await hashPassword(account.password);
  const { name, role = "resident", locale = "en" } = account;
  const email = plainEmail(account.email);
  const row = { email, name, role, locale, passwordHash, verifiedAt: house.clock.now() };
  const added = await house.db.transaction(() => insertAccount(house, row));
  if (!added) throw new Error(`There is an account of ${email} already.`);
  return { id: added.id };
}

const week = 7 * 24 * 60 * 60 * 1000;

/** Removes accounts that nobody confirmed within a week: their address may be somebody else's. */
export async function forgetUnconfirmed(house: House): Promise<void> {
  const { accounts } = house.db.tables(accountTables);
  const before = new Date(house.clock.now().getTime() - week);
  const unconfirmed = {
    from: accounts,
    id: accounts.id,
    instant: accounts.createdAt,
    before,
    of: isNull(accounts.verifiedAt),
  };
  await removeOverdue(house.db, unconfirmed);
}
