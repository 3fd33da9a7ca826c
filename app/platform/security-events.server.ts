import type { Provenance, Subject } from "./actor";
import { audit, type Deed } from "./audit.server";
import { type Context, doerOf } from "./context.server";
import type { House } from "./house.server";

/** What a watcher of the portal's security wants to know of, as the log and the audit name it. */
export type SecurityAction =
  | `sign-in.${"done" | "failed" | "slowed"}`
  | `password.${"refused" | "slowed" | "reset-asked" | "reset" | "changed" | "voided"}`
  | `email.${"confirmed" | "changed"}`
  | "role.changed"
  | `member.${"joined" | "invited" | "uninvited" | "changed" | "removed" | "left"}`
  | `organisation.${"letter-asked" | "letter-refused" | "code-wrong" | "proved" | "unproved"}`
  | `pin.${"given" | "refused" | "slowed"}`
  | "session.ended"
  | "right.refused";

/** Events that anybody can bring about as often as they like: the audit takes so many an hour for one subject. */
const anybodys: SecurityAction[] = [
  ...(["sign-in.failed", "sign-in.slowed", "password.refused", "password.slowed", "password.reset-asked"] as const),
  ...(["pin.refused", "pin.slowed"] as const),
  "right.refused",
];

/** What telling of an event needs of the house: a command has no more. */
export type Noting = Pick<House, "db" | "log" | "clock" | "config" | "limits"> & { requestId?: string };

/**
 * Tells of a security event, in the log and in the audit: the one way for all of them. Within a transaction where
 * something is changed, so that both are or neither is. The log has no id of anybody: the request's leads to it.
 * @example await noteSecurity(context, by, { action: "password.changed", record: { kind: "account", id } });
 */
export async function noteSecurity(
  house: Noting,
  by: Provenance,
  deed: Deed & { action: SecurityAction },
): Promise<void> {
  const { action, detail } = deed;
  const { requestId } = house;
  house.log.info({ security: action, ...detail, by: by.actor.kind, channel: by.channel, requestId }, "security");
  const { kind, id } = by.subject;
  if (anybodys.includes(action) && !(await house.limits.securityEvents.take(`${action} ${kind} ${id}`))) return;
  await audit(house, by, deed);
}

/** An event of an account, by whoever asks: themselves, unless they are not signed in yet. */
export function noteOfAccount(
  context: Context,
  accountId: string | undefined,
  action: SecurityAction,
  detail: Deed["detail"] = {},
): Promise<void> {
  const guest: Subject = { kind: "guest", id: context.session?.guestId ?? "" };
  const subject: Subject = accountId ? { kind: "account", id: accountId } : guest;
  return noteSecurity(context, { ...doerOf(context), subject }, { action, record: subject, detail });
}

/** Somebody who is signed in asked for what their role does not have. */
export async function noteRefused(context: Context, right: string): Promise<void> {
  if (context.actor.kind === "account") await noteOfAccount(context, context.actor.id, "right.refused", { right });
}
