import { type Role, roles } from "~db/schema/organisations";
import type { Acting, Context } from "../../platform/context.server";
import { may, refuse } from "../../platform/context.server";
import { allows, type Right } from "../../platform/rights";
import { noteRefused } from "../../platform/security-events.server";

/** The organisation that is acted for. @throws "not found" where nobody acts for one */
export function requireActing(context: Context): Acting {
  if (!context.acting) throw refuse(404);
  return context.acting;
}

/** The organisation, where the reader may do this in it. @throws "not found" */
export async function requireRight(context: Context, right: Right): Promise<Acting> {
  const acting = requireActing(context);
  if (may(context, right, { kind: "organisation", id: acting.id })) return acting;
  await noteRefused(context, right);
  throw refuse(404);
}

/** The roles that somebody of this role may give: only an owner makes another owner. */
export const grantable = (role: Role): Role[] =>
  roles.filter((one) => allows(role, one === "owner" ? "owner.change" : "member.change"));
