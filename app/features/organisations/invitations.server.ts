import { and, desc, eq, gt, inArray, or, type SQL } from "drizzle-orm";
import { organisationTables, type Role } from "~db/schema/organisations";
import type { Provenance } from "../../platform/actor";
import type { Context } from "../../platform/context.server";
import type { House } from "../../platform/house.server";
import { hashToken, newId } from "../../platform/ids";
import { err, ok, type Result } from "../../platform/result";
import { noteSecurity } from "../../platform/security-events.server";
import { linkToken, sendMessage } from "../notifications/notifications.server";
import { addMember, findMembership } from "./members.server";
import { getOrganisation, listMembers, type Organisation, within } from "./records.server";

const day = 24 * 60 * 60 * 1000;
const invitationDays = 7;

/**
 * Invites somebody by email. An earlier invitation of the same address ends: the newest link is the one that works.
 * @returns `member` where the address belongs to a member already, `limit` where too many were sent to it, or by whoever invites
 */
export async function invite(
  context: Context,
  by: Provenance,
  wanted: { organisationId: string; email: string; role: Role },
): Promise<Result<true, "member" | "limit">> {
  const { organisationId, email, role } = wanted;
  if ((await listMembers(context, organisationId)).some((member) => member.email === email)) return err("member");
  const { mail, invitations: all } = context.limits;
  if (!(await mail.take(`invite ${organisationId} ${email}`)) || !(await all.take(by.actor.id))) return err("limit");
  const { invitations } = context.db.tables(organisationTables);
  const now = context.clock.now();
  const seed = newId();
  const expiresAt = new Date(now.getTime() + invitationDays * day);
  const own = within(by, organisationId);
  return context.db.transaction(async () => {
    const sent = await sendMessage(context, own, {
      to: email,
      lng: context.lng,
      template: "invitation",
      values: { until: expiresAt.toISOString() },
      link: { path: "/invitations", secret: seed },
    });
    if (!sent) return err("limit");
    await context.db.q
      .update(invitations)
      .set({ state: "revoked" })
      .where(
        and(
          eq(invitations.organisationId, organisationId),
          eq(invitations.email, email),
          eq(invitations.state, "open"),
        ),
      );
    const row = { id: newId(), organisationId, email, role, invitedBy: by.actor.id, locale: context.lng };
    await context.db.q.insert(invitations).values({
      ...row,
      tokenHash: hashToken(linkToken(context, seed)),
      expiresAt,
      state: "open",
      createdAt: now,
    });
    await noteSecurity(context, own, {
      action: "member.invited",
      record: { kind: "invitation", id: row.id },
      detail: { role },
    });
    return ok(true);
  });
}

export interface OpenInvitation {
  id: string;
  role: Role;
  organisation: Organisation;
}

/** The invitations that are open still and fit a condition, the newest first. */
async function listOpen(house: House, which: SQL | undefined): Promise<OpenInvitation[]> {
  const { invitations } = house.db.tables(organisationTables);
  const rows = await house.db.q
    .select()
    .from(invitations)
    .where(and(which, eq(invitations.state, "open"), gt(invitations.expiresAt, house.clock.now())))
    .orderBy(desc(invitations.createdAt))
    .limit(20);
  return Promise.all(
    rows.map(async ({ id, role, organisationId }) => ({
      id,
      role,
      organisation: await getOrganisation(house, organisationId),
    })),
  );
}

/**
 * The invitation that a link leads to, if it is open still. Looking uses nothing up.
 * @param key the token of the mailed link; or the invitation's id, which counts for the account of the invited address only
 */
export async function findInvitation(
  house: House,
  key: string,
  email: string | undefined,
): Promise<OpenInvitation | undefined> {
  const { invitations } = house.db.tables(organisationTables);
  const own = email ? and(eq(invitations.id, key), eq(invitations.email, email)) : undefined;
  const [found] = await listOpen(house, or(eq(invitations.tokenHash, hashToken(key)), own));
  return found;
}

/** The open invitations of whoever has proved an address, the newest first, 20 at most. */
export const listInvitationsFor = (house: House, email: string): Promise<OpenInvitation[]> =>
  listOpen(house, eq(house.db.tables(organisationTables).invitations.email, email));

/** Uses an invitation up, once: the account is a member from now on. Who is one already stays what they are. */
export async function acceptInvitation(
  house: House,
  by: Provenance,
  { key, email }: { key: string; email: string },
): Promise<Organisation | undefined> {
  const { invitations } = house.db.tables(organisationTables);
  return house.db.transaction(async () => {
    const found = await findInvitation(house, key, email);
    if (!found) return undefined;
    const [taken] = await house.db.q
      .update(invitations)
      .set({ state: "accepted" })
      .where(and(eq(invitations.id, found.id), eq(invitations.state, "open")))
      .returning({ id: invitations.id });
    if (!taken) return undefined;
    const { id: organisationId } = found.organisation;
    if (await findMembership(house, organisationId, by.actor.id)) return found.organisation;
    await addMember(house, by, { organisationId, role: found.role });
    return found.organisation;
  });
}

/** Takes an invitation back: its link opens nothing any more. */
export async function revokeInvitation(
  house: House,
  by: Provenance,
  { organisationId, id }: { organisationId: string; id: string },
): Promise<void> {
  const { invitations } = house.db.tables(organisationTables);
  await house.db.transaction(async () => {
    const [revoked] = await house.db.q
      .update(invitations)
      .set({ state: "revoked" })
      .where(and(eq(invitations.id, id), eq(invitations.organisationId, organisationId), eq(invitations.state, "open")))
      .returning({ id: invitations.id });
    if (revoked)
      await noteSecurity(house, within(by, organisationId), {
        action: "member.uninvited",
        record: { kind: "invitation", id },
      });
  });
}

/** Whom invitations were sent to, by their ids. */
export async function listInvited(house: House, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { invitations } = house.db.tables(organisationTables);
  const rows = await house.db.q
    .select({ id: invitations.id, email: invitations.email })
    .from(invitations)
    .where(inArray(invitations.id, ids));
  return new Map(rows.map(({ id, email }) => [id, email]));
}
