import type { Actor } from "../../platform/actor";
import { type Context, goTo, type Redirect, refuse } from "../../platform/context.server";
import { giveBack } from "../../platform/http/given-back";
import { isUnwritten } from "../../platform/http/shared-screen";
import { takeRoomForBegun, takeRoomForTexts } from "../../platform/http/typed-room.server";
import { pathFor, splitPath } from "../../platform/i18n/languages";
import { noteRefused } from "../../platform/security-events.server";
import { pathWithNext } from "./next";
import { parkRequest } from "./parked.server";

export type AccountActor = Extract<Actor, { kind: "account" }>;

/** The address that was asked for, without its language. What stands in no address comes to stand in none. */
function here({ url }: Context): string {
  const { organisation, path } = splitPath(url.pathname);
  return pathFor(organisation, path) + (isUnwritten(url) ? "" : url.search);
}

/** The account that asks. @throws a redirect to the sign-in page, which comes back here, with the form that was sent */
export async function requireAccount(context: Context): Promise<AccountActor> {
  if (context.actor.kind === "account") return context.actor;
  throw await askToSignIn(context, context.form);
}

/**
 * Leads to the sign-in page, which comes back here. What was sent (after a session that ended, most often) is kept, and
 * offered again after signing in; but for passwords, codes and PINs, which nobody keeps.
 * @throws the page that says to come again, where more is kept for that network than people send
 */
export async function askToSignIn(context: Context, form: FormData | undefined): Promise<Redirect> {
  const url = here(context);
  if (form) {
    await takeRoomForBegun(context);
    await takeRoomForTexts(context, form);
    await parkRequest(context, url, giveBack(form, url).fields);
  }
  return goTo(context, pathWithNext("/sign-in", url));
}

/** The floorwalker who asks. @throws a redirect to the sign-in page; for anybody else, "not found". */
export async function requireFloorwalker(context: Context): Promise<AccountActor> {
  const actor = await requireAccount(context);
  if (actor.role !== "floorwalker") throw await refuseRole(context, "floorwalker");
  return actor;
}

/** The member of staff who asks. @throws a redirect to the sign-in page; for a resident, "not found". */
export async function requireStaff(context: Context): Promise<AccountActor> {
  const actor = await requireAccount(context);
  if (actor.role !== "staff") throw await refuseRole(context, "staff");
  return actor;
}

async function refuseRole(context: Context, role: AccountActor["role"]): Promise<Response> {
  await noteRefused(context, role);
  return refuse(404);
}
