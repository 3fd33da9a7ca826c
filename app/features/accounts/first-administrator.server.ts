import { and, eq, ne } from "drizzle-orm";
import { accountTables } from "~db/schema/accounts";
import { bySystemFor } from "../../platform/actor";
import type { House } from "../../platform/house.server";
import { noteSecurity } from "../../platform/security-events.server";
import { linkToken, sendMessage } from "../notifications/notifications.server";
import { type AccountRow, changeAccount, findByEmail, insertAccount } from "./account-rows.server";
import { noPassword } from "./passwords.server";
import { issueToken, revokeTokens } from "./tokens.server";

/** What came of it: refused as there is one, an account that can sign in already, or a link to choose a password with. */
export type FirstAdministrator =
  | { outcome: "there-is-one"; email: string }
  | { outcome: "signs-in-as-before" }
  | { outcome: "link"; link: string; until: string };

/**
 * Gives the first member of staff their account, whom no page can let in yet. Asked again before they have chosen a
 * password, it makes a new link, and the one before ends.
 * @param byMail whether the portal sends the link, beside giving it out here
 * @example await makeFirstAdministrator(house, { email: "sam@example.gov.uk", name: "Sam Sand" }, true)
 */
export async function makeFirstAdministrator(
  house: House,
  { email, name }: { email: string; name: string },
  byMail: boolean,
): Promise<FirstAdministrator> {
  return house.db.transaction(async () => {
    const there = await findStaff(house);
    if (there) return { outcome: "there-is-one", email: there.email };
    const row = { email, name, passwordHash: noPassword, role: "staff", locale: "en", verifiedAt: null } as const;
    const account = (await insertAccount(house, row)) ?? (await findByEmail(house, email))!;
    await noteSecurity(house, bySystemFor(account.id), {
      action: "role.changed",
      record: { kind: "account", id: account.id },
      detail: { to: "staff" },
    });
    if (account.verifiedAt) {
      await changeAccount(house, account.id, { role: "staff" });
      return { outcome: "signs-in-as-before" };
    }
    // Whoever registered an address that nobody confirmed may be a stranger: their password does not count.
    await changeAccount(house, account.id, { role: "staff", name, passwordHash: noPassword });
    await revokeTokens(house, account.id);
    return sendLink(house, { ...account, name }, byMail);
  });
}

/** Somebody of the staff who has a password. */
async function findStaff(house: House): Promise<{ email: string } | undefined> {
  const { accounts } = house.db.tables(accountTables);
  const [row] = await house.db.q
    .select({ email: accounts.email })
    .from(accounts)
    .where(and(eq(accounts.role, "staff"), ne(accounts.passwordHash, noPassword)))
    .limit(1);
  return row;
}

async function sendLink(house: House, account: AccountRow, byMail: boolean): Promise<FirstAdministrator> {
  const { id, email: to, name, locale: lng } = account;
  const { secret, until } = await issueToken(house, id, "reset");
  const link = { path: "/reset", secret };
  if (byMail)
    await sendMessage(house, bySystemFor(id), {
      to,
      lng,
      trust: "proved",
      template: "become-staff",
      values: { name, until },
      link,
    });
  return { outcome: "link", link: `${house.config.publicUrl}/reset/${linkToken(house, secret)}`, until };
}
