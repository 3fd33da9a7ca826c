import { and, asc, eq, notInArray } from "drizzle-orm";
import { organisationTables, type Role } from "~db/schema/organisations";
import type { Provenance } from "../../platform/actor";
import type { Acting } from "../../platform/context.server";
import { blank, type HotQuery } from "../../platform/db/database.server";
import type { House } from "../../platform/house.server";
import { err, ok, type Result } from "../../platform/result";
import { noteSecurity } from "../../platform/security-events.server";
import { grantable } from "./guards.server";
import { within } from "./records.server";

const membershipOf: HotQuery<{ organisation: string; account: string }, Acting> = (q, db) => {
  const { memberships, organisations } = db.tables(organisationTables);
  return q
    .select({ id: organisations.id, name: organisations.name, role: memberships.role })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(and(eq(memberships.organisationId, blank("organisation")), eq(memberships.accountId, blank("account"))));
};

/** The organisation that an account is a member of, and its role there; undefined for everybody else. Asked in each request. */
export async function findMembership(house: House, organisation: string, account: string): Promise<Acting | undefined> {
  const [row] = await house.db.run(membershipOf, { organisation, account });
  return row;
}

const membershipsOf: HotQuery<{ account: string }, Acting> = (q, db) => {
  const { memberships, organisations } = db.tables(organisationTables);
  return q
    .select({ id: organisations.id, name: organisations.name, role: memberships.role })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(eq(memberships.accountId, blank("account")))
    .orderBy(asc(organisations.name));
};

/** The organisations of an account, by name. Asked in each request of somebody who is signed in. */
export const listMemberships = (house: House, account: string): Promise<Acting[]> =>
  house.db.run(membershipsOf, { account });

/** Makes whoever acts a member, in the caller's transaction. */
export async function addMember(
  house: House,
  by: Provenance,
  { organisationId, role }: { organisationId: string; role: Role },
): Promise<void> {
  const { memberships } = house.db.tables(organisationTables);
  const accountId = by.actor.id;
  await house.db.q.insert(memberships).values({ organisationId, accountId, role, createdAt: house.clock.now() });
  const record = { kind: "account", id: accountId };
  await noteSecurity(house, within(by, organisationId), { action: "member.joined", record, detail: { role } });
}

/** Takes back what somebody offered to others and may not give any more. In the caller's transaction. */
async function revokeBeyond(
  house: House,
  by: Provenance,
  { organisationId, inviter, allowed }: { organisationId: string; inviter: string; allowed: Role[] },
): Promise<void> {
  const { invitations } = house.db.tables(organisationTables);
  const revoked = await house.db.q
    .update(invitations)
    .set({ state: "revoked" })
    .where(
      and(
        eq(invitations.organisationId, organisationId),
        eq(invitations.invitedBy, inviter),
        eq(invitations.state, "open"),
        allowed.length > 0 ? notInArray(invitations.role, allowed) : undefined,
      ),
    )
    .returning({ id: invitations.id });
  for (const { id } of revoked)
    await noteSecurity(house, within(by, organisationId), {
      action: "member.uninvited",
      record: { kind: "invitation", id },
    });
}

/**
 * Gives a member another role, or none: they are no member any more, in every open session at once.
 * @returns `last-owner` where nobody would be left to run the organisation; `unknown` where there is no such member
 */
export async function changeMember(
  house: House,
  by: Provenance,
  { organisationId, accountId, role }: { organisationId: string; accountId: string; role: Role | undefined },
): Promise<Result<true, "last-owner" | "unknown">> {
  const { memberships } = house.db.tables(organisationTables);
  return house.db.transaction(async () => {
    const read = house.db.q.select().from(memberships).where(eq(memberships.organisationId, organisationId));
    // Two owners who remove each other at once come one after the other.
    const all = await (house.db.dialect === "postgres" ? read.for("update") : read);
    const now = all.find((one) => one.accountId === accountId);
    if (!now) return err("unknown");
    if (now.role === role) return ok(true);
    const isLast = now.role === "owner" && all.filter((one) => one.role === "owner").length === 1;
    if (isLast) return err("last-owner");
    const one = and(eq(memberships.organisationId, organisationId), eq(memberships.accountId, accountId));
    if (role) await house.db.q.update(memberships).set({ role }).where(one);
    else await house.db.q.delete(memberships).where(one);
    await revokeBeyond(house, by, { organisationId, inviter: accountId, allowed: role ? grantable(role) : [] });
    const left = accountId === by.actor.id ? "member.left" : "member.removed";
    await noteSecurity(house, within(by, organisationId), {
      action: role ? "member.changed" : left,
      record: { kind: "account", id: accountId },
      detail: { from: now.role, to: role },
    });
    return ok(true);
  });
}
