import { and, asc, eq, gt, isNotNull, lt, ne, type SQL } from "drizzle-orm";
import { type OrganisationKind, organisationTables, type Premises, type Role } from "~db/schema/organisations";
import type { Provenance } from "../../platform/actor";
import { audit } from "../../platform/audit.server";
import type { House } from "../../platform/house.server";
import { newId, newShortId } from "../../platform/ids";
import { listPeople } from "../accounts/accounts.server";

export interface Organisation {
  id: string;
  kind: OrganisationKind;
  name: string;
  /** The company's or charity's number; none for a sole trader. */
  number: string | null;
  premises: Premises;
  /** Counts the changes of its name and premises, from 1 on. */
  version: number;
  /** When it was proved by a code in a letter to its registered address, and what that was. */
  provedAt: Date | null;
  registered: Premises | null;
}

/** An organisation that is to be set up. */
export type NewOrganisation = Pick<Organisation, "kind" | "name" | "number" | "premises">;

export interface Member {
  accountId: string;
  name: string;
  email: string;
  role: Role;
  since: Date;
}

/** The provenance of what is done inside an organisation. */
export const within = (by: Provenance, organisationId: string): Provenance => ({
  ...by,
  subject: { kind: "organisation", id: organisationId },
});

/**
 * Sets an organisation up. Whoever does it is its first owner.
 * @param once what tells this form from others: sent again by the same account, it gives the organisation that it made
 */
export async function createOrganisation(
  house: House,
  by: Provenance,
  wanted: NewOrganisation,
  once: string = newId(),
): Promise<Organisation> {
  const { organisations, organisationVersions, memberships } = house.db.tables(organisationTables);
  const created = { ...wanted, id: newShortId(), version: 1, provedAt: null, registered: null };
  const createdAt = house.clock.now();
  const sent = `${by.actor.id} ${once}`;
  return house.db.transaction(async () => {
    const [made] = await house.db.q
      .insert(organisations)
      .values({ ...created, once: sent, createdAt })
      .onConflictDoNothing({ target: organisations.once })
      .returning({ id: organisations.id });
    if (!made) {
      const [before] = await house.db.q.select().from(organisations).where(eq(organisations.once, sent)).limit(1);
      return before!;
    }
    const { name, premises, version } = created;
    const first = { organisationId: created.id, version, name, premises, changedBy: by.actor.id, createdAt };
    await house.db.q.insert(organisationVersions).values(first);
    const owner = { organisationId: created.id, accountId: by.actor.id, role: "owner", createdAt } as const;
    await house.db.q.insert(memberships).values(owner);
    const record = { kind: "organisation", id: created.id };
    await audit(house, within(by, created.id), {
      action: "organisation.created",
      record,
      detail: { kind: wanted.kind, number: wanted.number },
    });
    return created;
  });
}

export async function getOrganisation(house: House, id: string): Promise<Organisation> {
  const { organisations } = house.db.tables(organisationTables);
  const [row] = await house.db.q.select().from(organisations).where(eq(organisations.id, id)).limit(1);
  if (!row) throw new Error("There is no organisation of this id, though somebody acts for it.");
  return row;
}

/** The same, in the caller's transaction, in which nobody else changes it. */
export async function lockOrganisation(house: House, id: string): Promise<Organisation> {
  const { organisations } = house.db.tables(organisationTables);
  const read = house.db.q.select().from(organisations).where(eq(organisations.id, id));
  const [row] = await (house.db.dialect === "postgres" ? read.for("update") : read);
  return row!;
}

/**
 * Whether somebody else has set up the same company or charity number: either may be a stranger to it.
 * @returns `proved` where another one is proved; `taken` where another was there before, and this one is not proved
 */
export async function findRival(house: House, id: string): Promise<"proved" | "taken" | undefined> {
  const { organisations } = house.db.tables(organisationTables);
  const [own] = await house.db.q.select().from(organisations).where(eq(organisations.id, id)).limit(1);
  if (!own?.number) return undefined;
  const { kind, number, createdAt, provedAt } = own;
  const others = and(eq(organisations.kind, kind), eq(organisations.number, number), ne(organisations.id, id));
  const isThere = async (which: SQL) =>
    (await house.db.q.select({ id: organisations.id }).from(organisations).where(and(others, which)).limit(1)).length >
    0;
  if (await isThere(isNotNull(organisations.provedAt))) return "proved";
  return !provedAt && (await isThere(lt(organisations.createdAt, createdAt))) ? "taken" : undefined;
}

/** The ids of the other organisations of its kind that have the same number. */
export async function listSharers(house: House, { id, kind, number }: Organisation): Promise<string[]> {
  if (!number) return [];
  const { organisations } = house.db.tables(organisationTables);
  const others = and(eq(organisations.kind, kind), eq(organisations.number, number), ne(organisations.id, id));
  const rows = await house.db.q.select({ id: organisations.id }).from(organisations).where(others).limit(mostSharers);
  return rows.map((row) => row.id);
}

/** How many of one number are looked at. */
const mostSharers = 100;

/** The people of an organisation, those who joined first at the top. */
export async function listMembers(house: House, organisationId: string): Promise<Member[]> {
  const { memberships } = house.db.tables(organisationTables);
  const rows = await house.db.q
    .select()
    .from(memberships)
    .where(eq(memberships.organisationId, organisationId))
    .orderBy(asc(memberships.createdAt));
  const people = await listPeople(
    house,
    rows.map((row) => row.accountId),
  );
  return rows.map(({ accountId, role, createdAt }) => {
    const { name = "", email = "" } = people.get(accountId) ?? {};
    return { accountId, name, email, role, since: createdAt };
  });
}

export interface Invitation {
  id: string;
  email: string;
  role: Role;
  expiresAt: Date;
}

/** The invitations that somebody may still accept. */
export async function listInvitations(house: House, organisationId: string): Promise<Invitation[]> {
  const { invitations } = house.db.tables(organisationTables);
  const open = and(
    eq(invitations.organisationId, organisationId),
    eq(invitations.state, "open"),
    gt(invitations.expiresAt, house.clock.now()),
  );
  return house.db.q
    .select({
      id: invitations.id,
      email: invitations.email,
      role: invitations.role,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .where(open)
    .orderBy(asc(invitations.createdAt));
}
