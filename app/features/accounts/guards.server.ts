import type { Actor } from "../../platform/actor";
import { type Context, goTo, refuse } from "../../platform/context.server";
import { parkRequest } from "./parked.server";

export type AccountActor = Extract<Actor, { kind: "account" }>;

const here = (context: Context) => context.path + context.url.search;
const toSignIn = (context: Context) => goTo(context, `/sign-in?next=${encodeURIComponent(here(context))}`);

/** The account that asks. @throws a redirect to the sign-in page, which comes back here. */
export function requireAccount(context: Context): AccountActor {
  if (context.actor.kind === "account") return context.actor;
  throw toSignIn(context);
}

/**
 * The account that sends a form. What a guest sends (after a session that ended, most often) is kept and offered again
 * after signing in.
 * @throws a redirect to the sign-in page
 */
export async function requireAccountToSend(context: Context, form: FormData): Promise<AccountActor> {
  if (context.actor.kind === "account") return context.actor;
  const fields = [...form].filter((field): field is [string, string] => typeof field[1] === "string");
  await parkRequest(context, here(context), fields);
  throw toSignIn(context);
}

/** The floorwalker who asks. @throws a redirect to the sign-in page; for anybody else, "not found". */
export function requireFloorwalker(context: Context): AccountActor {
  const actor = requireAccount(context);
  if (actor.role !== "floorwalker") throw refuse(404);
  return actor;
}

/** The member of staff who asks. @throws a redirect to the sign-in page; for a resident, "not found". */
export function requireStaff(context: Context): AccountActor {
  const actor = requireAccount(context);
  if (actor.role !== "staff") throw refuse(404);
  return actor;
}
