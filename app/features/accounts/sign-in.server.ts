import { homePath } from "../../platform/actor";
import type { Context } from "../../platform/context.server";
import { findByEmail } from "./account-rows.server";
import { rememberDevice } from "./devices.server";
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
  const tried = await tryPassword(context, { email, password, account: await findByEmail(context, email) });
  if (tried.kind !== "right") return tried;
  const { account } = tried;
  if (!account.verifiedAt) {
    if (await context.limits.mail.take(`register ${email}`))
      await context.db.transaction(() => sendVerification(context, account, context.lng));
    return { next: "/register?sent=1" };
  }
  rememberDevice(context, account);
  await replaceSession(context, account.id);
  if (await findParked(context)) return { next: "/sign-in?kept=1" };
  return { next: localNext(context.url.searchParams.get("next")) ?? homePath[account.role] };
}

/** A new session in place of this browser's: whoever knew the old cookie knows nothing now. */
export async function replaceSession(context: Context, accountId: string): Promise<void> {
  const old = context.session;
  // What another account's session knew is not for this one.
  const foreign = context.actor.kind === "account" && context.actor.id !== accountId;
  await context.startSession({ guestId: foreign ? undefined : old?.guestId, accountId });
  if (old) await endSession(context, old.id);
}

/** A page of the portal to go on to. Whatever could lead to another site is none. */
export function localNext(next: string | null): string | undefined {
  if (!next?.startsWith("/") || /[\\\s\p{Cc}]/u.test(next)) return undefined;
  const base = "http://portal.invalid";
  const url = URL.parse(next, base);
  if (url?.origin !== base || url.pathname.startsWith("//")) return undefined;
  return url.pathname + url.search;
}
