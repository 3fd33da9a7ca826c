import { bySystemFor } from "../../platform/actor";
import type { Context } from "../../platform/context.server";
import { noteOfAccount } from "../../platform/security-events.server";
import { sendMessage } from "../notifications/notifications.server";
import { type AccountRow, changeAccount, findByEmail, insertAccount } from "./account-rows.server";
import { limitAddress } from "./limits.server";
import { fitsPassword, hashPassword, noPassword } from "./passwords.server";
import { consumeToken, issueToken, revokeTokens } from "./tokens.server";

/**
 * Begins an account. Whether the address has one already is told to its mailbox only: the answer, and the time it
 * takes, are the same. Where they were on the way to goes on with the link that confirms the address.
 */
export async function register(
  context: Context,
  { name, email, password, next }: { name: string; email: string; password: string; next: string | undefined },
): Promise<void> {
  await limitAddress(context);
  const known = await findByEmail(context, email);
  const passwordHash = await hashPassword(password);
  const same = await fitsPassword(known?.passwordHash, password);
  if (!(await context.limits.mail.take(`register ${email}`))) return;
  await context.db.transaction(async () => {
    const row = { name, email, passwordHash, role: "resident", locale: context.lng, verifiedAt: null } as const;
    const added = await insertAccount(context, row);
    if (added) return sendVerification(context, added, next);
    // Somebody else may have registered it since the look above: their password counts as another one.
    const there = (await findByEmail(context, email))!;
    if (there.verifiedAt) return sendAccountExists(context, there);
    if (same && there.passwordHash === known?.passwordHash) return sendVerification(context, there, next);
    await chooseAgain(context, there);
  });
}

/** Sends a link that confirms an address, in the current transaction. Without the name: anybody may have typed it. */
export async function sendVerification(context: Context, account: AccountRow, next: string | undefined): Promise<void> {
  const { secret, until } = await issueToken(context, account.id, "verify", { next });
  const link = { path: "/verify", secret };
  await sendMessage(context, bySystemFor(account.id), {
    to: account.email,
    lng: context.lng,
    template: "verify-email",
    values: { until },
    link,
  });
}

const sendAccountExists = (context: Context, { id, email, name }: AccountRow) =>
  sendMessage(context, bySystemFor(id), {
    to: email,
    lng: context.lng,
    trust: "proved",
    template: "account-exists",
    values: { name },
    link: { path: "/sign-in" },
  });

/**
 * Two different passwords were given for an address that nobody has confirmed. One of them may be a stranger's, who
 * waits for the owner to confirm it: so neither counts, and the mailbox decides.
 */
async function chooseAgain(context: Context, account: AccountRow): Promise<void> {
  await revokeTokens(context, account.id);
  await changeAccount(context, account.id, { passwordHash: noPassword });
  await noteOfAccount(context, account.id, "password.voided");
  const { secret, until } = await issueToken(context, account.id, "reset");
  const link = { path: "/reset", secret };
  await sendMessage(context, bySystemFor(account.id), {
    to: account.email,
    lng: context.lng,
    template: "choose-password",
    values: { until },
    link,
  });
}

/** Confirms an address by the token of its link. False: the link has ended. */
export async function verifyEmail(context: Context, token: string): Promise<boolean> {
  return context.db.transaction(async () => {
    const id = await consumeToken(context, token, "verify");
    if (id) await changeAccount(context, id, { verifiedAt: context.clock.now() });
    if (id) await noteOfAccount(context, id, "email.confirmed");
    return id !== undefined;
  });
}
