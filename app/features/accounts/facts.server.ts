import { and, asc, eq } from "drizzle-orm";
import { accountTables } from "~db/schema/accounts";
import type { Subject } from "../../platform/actor";
import type { House } from "../../platform/house.server";
import { changeAccount, getAccount } from "./account-rows.server";

/** What a person or an organisation has told the council, by fact key. An account's own name and address stand in for those not told. */
export async function readFacts(house: House, subject: Subject): Promise<Record<string, unknown>> {
  const own = subject.kind === "account" ? await getAccount(house, subject.id) : undefined;
  const told = await listFacts(house, subject);
  const stated = own && { name: own.name, email: own.email };
  return { ...stated, ...Object.fromEntries(told.map(({ key, value }) => [key, value])) };
}

/** What has been told beside the account's own name and address. */
export async function listFacts(house: House, subject: Subject): Promise<{ key: string; value: unknown }[]> {
  const { facts } = house.db.tables(accountTables);
  return house.db.q
    .select({ key: facts.key, value: facts.value })
    .from(facts)
    .where(ofSubject(house, subject))
    .orderBy(asc(facts.key));
}

function ofSubject(house: House, { kind, id }: Subject) {
  const { facts } = house.db.tables(accountTables);
  return and(eq(facts.subjectKind, kind), eq(facts.subjectId, id));
}

/** Keeps what was told, in the current transaction; the newest replaces the older. Empty values change nothing. */
export async function saveFacts(house: House, subject: Subject, told: Record<string, unknown>): Promise<void> {
  const { facts } = house.db.tables(accountTables);
  const updatedAt = house.clock.now();
  const rows = Object.entries(told)
    .filter(([, value]) => value !== undefined && value !== null && value !== "")
    .map(([key, value]) => ({ subjectKind: subject.kind, subjectId: subject.id, key, value, updatedAt }));
  await house.db.transaction(async () => {
    for (const row of rows)
      await house.db.q
        .insert(facts)
        .values(row)
        .onConflictDoUpdate({
          target: [facts.subjectKind, facts.subjectId, facts.key],
          set: { value: row.value, updatedAt },
        });
  });
}

/** Forgets one fact. */
export async function forgetFact(house: House, subject: Subject, key: string): Promise<void> {
  const { facts } = house.db.tables(accountTables);
  const one = and(ofSubject(house, subject), eq(facts.key, key));
  await house.db.transaction(() => house.db.q.delete(facts).where(one));
}

/** Gives the account another name; one that was told in a service before gives way to it. */
export async function changeName(house: House, accountId: string, name: string): Promise<void> {
  await house.db.transaction(async () => {
    await changeAccount(house, accountId, { name });
    await forgetFact(house, { kind: "account", id: accountId }, "name");
  });
}
