import type { House } from "../../platform/house.server";
import { findByEmail } from "../accounts/accounts.server";
import { listMembers } from "../organisations/organisations.server";
import type { CaseView } from "./records.server";

export interface Recipient {
  name?: string | undefined;
  email: string;
}

/**
 * Whom messages about a case go to now. An organisation's case outlives the memberships of those who sent it: who has
 * left hears nothing more. Then whoever sent it is told, and where that one has left too, the owners are.
 */
export async function recipientsOf(house: House, { contact, subject, by }: CaseView): Promise<Recipient[]> {
  const { name, email } = contact;
  const said = email ? [{ name, email }] : [];
  if (subject.kind !== "organisation") return said;
  const members = await listMembers(house, subject.id);
  const sender = members.find(({ accountId }) => accountId === by.actor.id);
  if (!sender) return members.filter(({ role }) => role === "owner");
  const holder = email && (await findByEmail(house, email));
  const isAway = holder && !members.some(({ accountId }) => accountId === holder.id);
  return email && !isAway ? said : [sender];
}
