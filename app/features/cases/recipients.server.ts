import type { House } from "../../platform/house.server";
import { findByEmail } from "../accounts/accounts.server";
import { listMembers } from "../organisations/organisations.server";
import type { CaseView } from "./records.server";

export interface Recipient {
  name?: string | undefined;
  email: string;
  /** The address is the account's of whoever sent the case, or of those who answer for it. */
  proved: boolean;
}

/**
 * Whom messages about a case go to now. An organisation's case outlives the memberships of those who sent it: who has
 * left hears nothing more. Then whoever sent it is told, and where that one has left too, the owners are.
 */
export async function recipientsOf(house: House, { contact, subject, by }: CaseView): Promise<Recipient[]> {
  const { name, email } = contact;
  const holder = email && by.actor.kind === "account" ? await findByEmail(house, email) : undefined;
  const proved = holder?.id === by.actor.id && Boolean(holder?.verifiedAt);
  const said = email ? [{ name, email, proved }] : [];
  if (subject.kind !== "organisation") return said;
  const members = (await listMembers(house, subject.id)).map((member) => ({ ...member, proved: true }));
  const sender = members.find(({ accountId }) => accountId === by.actor.id);
  if (!sender) return members.filter(({ role }) => role === "owner");
  const isAway = holder && !members.some(({ accountId }) => accountId === holder.id);
  return email && !isAway ? said : [sender];
}
