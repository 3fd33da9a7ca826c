import type { Actor } from "../../platform/actor";
import { type Context, goTo, refuse } from "../../platform/context.server";
import { pathFor, splitPath } from "../../platform/i18n/languages";
import { pathWithNext } from "./next";
import { parkRequest } from "./parked.server";

export type AccountActor = Extract<Actor, { kind: "account" }>;

/** The address that was asked for, without its language. */
function here({ url }: Context): string {
  const { organisation, path } = splitPath(url.pathname);
  return pathFor(organisation, path) + url.search;
}

const toSignIn = (context: Context) => goTo(context, pathWithNext("/sign-in", here(context)));

/** The account that asks. @throws a redirect to the sign-in page, which comes back here. */
export function requireAccount(context: Context): AccountActor {
  if (context.actor.kind === "account") return context.actor;
  throw toSignIn(context);
}

/**
 * Leads to the sign-in page, which comes back here. What was sent (after a session that ended, most often) is kept, and
 * offered again after signing in; but for passwords, which nobody keeps.
 */
export async function askToSignIn(context: Context, form: FormData | undefined): Promise<Response> {
  if (form) {
    const fields = [...form].filter((field): field is [string, string] => typeof field[1] === "string");
    const kept = fields.filter(([name]) => !name.includes("password"));
    await parkRequest(context, here(context), kept);
  }
  return toSignIn(context);
}

/** The account that sends a form. @throws a redirect to the sign-in page, after which the form is offered again */
export async function requireAccountToSend(context: Context, form: FormData): Promise<AccountActor> {
  if (context.actor.kind === "account") return context.actor;
  throw await askToSignIn(context, form);
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
