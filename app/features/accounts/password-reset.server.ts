import { bySystemFor } from "../../platform/actor";
import { type Context, doerOf } from "../../platform/context.server";
import { enqueue, type Handler } from "../../platform/outbox.server";
import { noteOfAccount } from "../../platform/security-events.server";
import { sendMessage } from "../notifications/notifications.server";
import { type AccountRow, changeAccount, findByEmail, getAccount } from "./account-rows.server";
import { rememberOwnDevice } from "./devices.server";
import { limitAddress } from "./limits.server";
import { fitsPassword, hashPassword } from "./passwords.server";
import { endSessionsOf } from "./sessions.server";
import { replaceSession } from "./sign-in.server";
import { consumeToken, issueToken, revokeTokens } from "./tokens.server";

/** Asks for a new password. The worker looks whether there is an account, so that the answer takes as long without one. */
export async function askReset(context: Context, email: string): Promise<void> {
  await limitAddress(context);
  if (!(await context.limits.mail.take(`reset ${email}`))) return;
  const by = { ...doerOf(context), subject: { kind: "guest", id: context.session?.guestId ?? "" } } as const;
  await context.db.transaction(async () => {
    await noteOfAccount(context, undefined, "password.reset-asked");
    await enqueue(context, by, "password-reset", { email, lng: context.lng });
  });
}

/** Sends the link for a new password, where the address has an account. */
export const sendReset: Handler = async (house, row) => {
  const { email, lng } = row.payload as { email: string; lng: string };
  await house.db.transaction(async () => {
    const account = await findByEmail(house, email);
    if (!account) return;
    const { secret, until } = await issueToken(house, account.id, "reset", { seed: row.id });
    // Before the address is confirmed, anybody may have typed the name.
    const values = { name: account.verifiedAt ? account.name : undefined, until };
    const link = { path: "/reset", secret };
    await sendMessage(house, bySystemFor(account.id), {
      to: email,
      lng,
      trust: account.verifiedAt ? "proved" : undefined,
      template: "reset-password",
      values,
      link,
      dedupe: `reset ${row.id}`,
    });
  });
};

/**
 * Sets a new password by the token of a link, which proves the mailbox too. Every session and every other link of
 * the account end, and this browser is one that may sign in to it, whoever guesses elsewhere. False: the link has ended.
 */
export async function resetPassword(context: Context, token: string, password: string): Promise<boolean> {
  const passwordHash = await hashPassword(password);
  const id = await context.db.transaction(async () => {
    const accountId = await consumeToken(context, token, "reset");
    if (accountId) await setPassword(context, await getAccount(context, accountId), passwordHash, "password.reset");
    return accountId;
  });
  if (id) rememberOwnDevice(context, { id, passwordHash });
  return id !== undefined;
}

/** Changes the password of the account that is signed in, and signs its other devices out. */
export async function changePassword(
  context: Context,
  accountId: string,
  { current, next }: { current: string; next: string },
): Promise<"current-wrong" | "current-wait" | undefined> {
  const account = await getAccount(context, accountId);
  const key = `current ${accountId}`;
  const refuse = async <Fault>(action: "password.slowed" | "password.refused", fault: Fault) => {
    await noteOfAccount(context, accountId, action);
    return fault;
  };
  if (!(await context.limits.ownDevice.take(key))) return refuse("password.slowed", "current-wait");
  if (!(await fitsPassword(account.passwordHash, current))) return refuse("password.refused", "current-wrong");
  await context.limits.ownDevice.reset(key);
  const passwordHash = await hashPassword(next);
  await context.db.transaction(() => setPassword(context, account, passwordHash, "password.changed"));
  rememberOwnDevice(context, { id: accountId, passwordHash });
  await replaceSession(context, accountId);
}

/** Sets a password for whoever has the mailbox. */
async function setPassword(
  context: Context,
  account: AccountRow,
  passwordHash: string,
  action: "password.reset" | "password.changed",
): Promise<void> {
  const { id, verifiedAt, email: to, name, locale: lng } = account;
  await changeAccount(context, id, { passwordHash, verifiedAt: verifiedAt ?? context.clock.now() });
  await noteOfAccount(context, id, action);
  await endSessionsOf(context, id, "password");
  await revokeTokens(context, id);
  await sendMessage(context, bySystemFor(id), {
    to,
    lng,
    // Before the address was confirmed, anybody may have typed the name.
    trust: verifiedAt ? "proved" : "council",
    template: "password-changed",
    values: { name },
    link: { path: "/reset" },
  });
}
