import { and, eq, gt, isNull } from "drizzle-orm";
import { accountTables } from "~db/schema/accounts";
import { removeOverdue } from "../../platform/db/overdue.server";
import type { House } from "../../platform/house.server";
import { hashToken, newId } from "../../platform/ids";
import { openSealed, sealText } from "../../platform/sealed.server";
import { linkToken } from "../notifications/notifications.server";

export type Purpose = "verify" | "reset";

const hour = 60 * 60 * 1000;
const lifetime: Record<Purpose, number> = { verify: 24 * hour, reset: 2 * hour };

/**
 * Makes a link's token, in the transaction that sends the link.
 * @param options.seed the same seed makes the same token once.
 * @param options.next where to go on to once the link was used; see `findNext`
 */
export async function issueToken(
  house: House,
  accountId: string,
  purpose: Purpose,
  { seed = newId(), next }: { seed?: string; next?: string | undefined } = {},
): Promise<{ secret: string; until: string }> {
  const { accountTokens } = house.db.tables(accountTables);
  const expiresAt = new Date(house.clock.now().getTime() + lifetime[purpose]);
  const token = linkToken(house, seed);
  // A path may hold another link's token: a copy of the table must not open it.
  const row = { id: hashToken(token), accountId, purpose, expiresAt, next: next && sealText(token, next) };
  await house.db.q.insert(accountTokens).values(row).onConflictDoNothing();
  return { secret: seed, until: expiresAt.toISOString() };
}

/** What a link's token is worth now. Looking uses nothing up: mail scanners open links too. */
export async function checkToken(house: House, token: string, purpose: Purpose): Promise<"good" | "used" | "ended"> {
  const { accountTokens } = house.db.tables(accountTables);
  const its = and(eq(accountTokens.id, hashToken(token)), eq(accountTokens.purpose, purpose));
  const [row] = await house.db.q.select().from(accountTokens).where(its).limit(1);
  if (!row) return "ended";
  if (row.usedAt) return "used";
  return row.expiresAt > house.clock.now() ? "good" : "ended";
}

/** Whose link it is. */
export async function findOwner(house: House, token: string): Promise<{ name: string; email: string } | undefined> {
  const { accountTokens, accounts } = house.db.tables(accountTables);
  const [row] = await house.db.q
    .select({ name: accounts.name, email: accounts.email })
    .from(accountTokens)
    .innerJoin(accounts, eq(accounts.id, accountTokens.accountId))
    .where(eq(accountTokens.id, hashToken(token)))
    .limit(1);
  return row;
}

/** Where the owner of a link was on the way to when they asked for it. */
export async function findNext(house: House, token: string): Promise<string | undefined> {
  const { accountTokens } = house.db.tables(accountTables);
  const [row] = await house.db.q
    .select({ next: accountTokens.next })
    .from(accountTokens)
    .where(eq(accountTokens.id, hashToken(token)))
    .limit(1);
  return row?.next ? openSealed(token, row.next) : undefined;
}

/** Uses a token up, in the current transaction: of any number of tries at once, one gets the account. */
export async function consumeToken(house: House, token: string, purpose: Purpose): Promise<string | undefined> {
  const { accountTokens } = house.db.tables(accountTables);
  const now = house.clock.now();
  const [row] = await house.db.q
    .update(accountTokens)
    .set({ usedAt: now })
    .where(
      and(
        eq(accountTokens.id, hashToken(token)),
        eq(accountTokens.purpose, purpose),
        isNull(accountTokens.usedAt),
        gt(accountTokens.expiresAt, now),
      ),
    )
    .returning({ accountId: accountTokens.accountId });
  return row?.accountId;
}

/** Ends every link of an account that nobody used, in the current transaction. */
export async function revokeTokens(house: House, accountId: string): Promise<void> {
  const { accountTokens } = house.db.tables(accountTables);
  await house.db.q
    .delete(accountTokens)
    .where(and(eq(accountTokens.accountId, accountId), isNull(accountTokens.usedAt)));
}

/** Removes tokens whose time is over. */
export async function forgetOldTokens(house: House): Promise<void> {
  const { accountTokens } = house.db.tables(accountTables);
  await removeOverdue(house.db, {
    from: accountTokens,
    id: accountTokens.id,
    instant: accountTokens.expiresAt,
    before: house.clock.now(),
  });
}
