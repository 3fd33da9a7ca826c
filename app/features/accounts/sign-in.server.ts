import { homePath } from "../../platform/actor";
import type { Context } from "../../platform/context.server";
import { fieldOf } from "../../platform/http/field";
import { noteOfAccount } from "../../platform/security-events.server";
import { findByEmail } from "./account-rows.server";
import { rememberOwnDevice } from "./devices.server";
import { noteEnded } from "./idle.server";
import { localNext, pathWithNext } from "./next";
import { findParked } from "./parked.server";
import { sendVerification } from "./registration.server";
import { endSession } from "./sessions.server";
import { type Tried, tryPassword } from "./tries.server";

/**
 * Signs somebody in.
 * @returns where to go on; or what came of the password. Nothing in it tells whether there is such an account.
 */
export async function signIn(
  context: Context,
  { email, password }: { email: string; password: string },
): Promise<{ next: string } | Exclude<Tried, { kind: "right" }>> {
  const known = await findByEmail(context, email);
  const tried = await tryPassword(context, { email, password, account: known });
  if (tried.kind !== "right") {
    // Whether there is such an account must not be told by the time this takes: it is written down for both.
    await noteOfAccount(context, known?.id, tried.kind === "wait" ? "sign-in.slowed" : "sign-in.failed");
    return tried;
  }
  const { account } = tried;
  const next = localNext(fieldOf(context.url.searchParams, "next"));
  if (!account.verifiedAt) {
    if (await context.limits.mail.take(`register ${email}`))
      await context.db.transaction(() => sendVerification(context, account, next));
    return { next: pathWithNext("/register?sent=1", next) };
  }
  rememberOwnDevice(context, account);
  await replaceSession(context, account.id);
  await noteOfAccount(context, account.id, "sign-in.done");
  if (await findParked(context)) return { next: "/sign-in?kept=1" };
  return { next: next ?? homePath[account.role] };
}

/** A new session in place of this browser's: whoever knew the old cookie knows nothing now. */
export async function replaceSession(context: Context, accountId: string): Promise<void> {
  const old = context.session;
  // What another account's session knew is not for this one.
  const before = context.actor.kind === "account" ? context.actor.id : old?.lapsedOf;
  const foreign = before !== undefined && before !== accountId;
  await context.startSession({ guestId: foreign ? undefined : old?.guestId, accountId });
  if (!old || !(await endSession(context, old.id))) return;
  if (context.actor.kind === "account") await noteEnded(context, context.actor.id, "replaced");
}
