import { eq } from "drizzle-orm";
import { letterTables } from "~db/schema/letters";
import type { Doer } from "../../platform/actor";
import { audit } from "../../platform/audit.server";
import { blank, type HotQuery } from "../../platform/db/database.server";
import type { House } from "../../platform/house.server";
import { newId } from "../../platform/ids";

/** Somebody on the phone, for whom staff fill in a form. */
export interface Client {
  id: string;
  name: string;
}

const clientById: HotQuery<{ id: string }, Client> = (q, db) => {
  const { clients } = db.tables(letterTables);
  const { id, name } = clients;
  return q
    .select({ id, name })
    .from(clients)
    .where(eq(id, blank("id")));
};

/** The person whom staff act for; undefined where there is none of this id. Asked in each request of theirs. */
export async function findClient(house: House, id: string): Promise<Client | undefined> {
  const [row] = await house.db.run(clientById, { id });
  return row;
}

/** Writes down who is on the phone. */
export async function addClient(
  house: House,
  by: Doer,
  client: { name: string; address: string[]; locale: string },
): Promise<string> {
  const { clients } = house.db.tables(letterTables);
  const id = newId();
  await house.db.transaction(async () => {
    await house.db.q.insert(clients).values({ id, ...client, takenBy: by.actor.id, createdAt: house.clock.now() });
    const provenance = { ...by, channel: "phone", subject: { kind: "client", id } } as const;
    await audit(house, provenance, { action: "call.begun", record: { kind: "client", id } });
  });
  return id;
}

/** Writes down that staff have looked at everything of somebody whom they act for. */
export const auditClient = (house: House, by: Doer, id: string): Promise<void> =>
  audit(house, { ...by, subject: { kind: "client", id } }, { action: "client.read", record: { kind: "client", id } });
