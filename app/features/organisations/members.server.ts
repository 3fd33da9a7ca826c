import { and, asc, eq } from "drizzle-orm";
import { organisationTables, type Role } from "~db/schema/organisations";
import type { Acting } from "../../platform/context.server";
import { blank, type HotQuery } from "../../platform/db/database.server";
import type { House } from "../../platform/house.server";

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

/** The organisations of an account, by name. */
export async function listOrganisations(house: House, accountId: string): Promise<Acting[]> {
  const { memberships, organisations } = house.db.tables(organisationTables);
  return house.db.q
    .select({ id: organisations.id, name: organisations.name, role: memberships.role })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(eq(memberships.accountId, accountId))
    .orderBy(asc(organisations.name));
}

export type { Role };
