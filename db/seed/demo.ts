import { eq, inArray } from "drizzle-orm";
import { createAccount } from "../../app/features/accounts/accounts.server";
import { addKiosk, givePin } from "../../app/features/kiosks/kiosks.server";
import {
  addMember,
  createOrganisation,
  type NewOrganisation,
} from "../../app/features/organisations/organisations.server";
import { bySystemFor } from "../../app/platform/actor";
import { calendarDate } from "../../app/platform/clock";
import type { Database } from "../../app/platform/db/database.server";
import type { House } from "../../app/platform/house.server";
import { accountTables } from "../schema/accounts";
import { platformTables } from "../schema/platform";
import { seedBills } from "./bills";
import { seedBorough } from "./borough/seed-borough";
import { seedResources } from "./resources";

/** Accounts of the demo. They are made in demo mode only. */
const password = "green-bracken-26";
export const demoAccounts = [
  { title: "resident", email: "resident@demo.example", name: "Rowan Ashby", password, role: "resident" },
  { title: "business", email: "business@demo.example", name: "Bryn Calloway", password, role: "resident" },
  { title: "employee", email: "employee@demo.example", name: "Mina Thorne", password, role: "resident" },
  { title: "staff", email: "staff@demo.example", name: "Sam Fernley", password, role: "staff" },
  { title: "floorwalker", email: "floorwalker@demo.example", name: "Ana Silva", password, role: "floorwalker" },
] as const;

/** A bakery that two of them act for. */
const demoOrganisation: NewOrganisation = {
  kind: "company",
  name: "Crumb & Sons Bakery",
  number: "00000042",
  premises: { lines: ["1 Mill Lane"], town: "Brackenford", postcode: "BK1 2AB" },
};

/** A kiosk that waits to be enrolled: staff make its code on their page of kiosks. */
const demoKiosk = { name: "Kiosk 1, by the door", site: "Brackenford House" };

/** What the floorwalker types beside their password. */
export const demoPin = { email: "floorwalker@demo.example", site: demoKiosk.site, pin: "260426" };

/** Whose a database is, by its marks: everybody knows the passwords of a demo's accounts. */
export async function findWhose(db: Database): Promise<"the demo's" | "people's" | "nobody's"> {
  const { meta } = db.tables(platformTables);
  const { accounts } = db.tables(accountTables);
  const emails = demoAccounts.map(({ email }) => email as string);
  const [mark] = await db.q.select().from(meta).where(eq(meta.key, "demo"));
  const known = await db.q.select({ id: accounts.id }).from(accounts).where(inArray(accounts.email, emails)).limit(1);
  if (mark || known.length > 0) return "the demo's";
  const anybody = await db.q.select({ id: accounts.id }).from(accounts).limit(1);
  return anybody.length > 0 ? "people's" : "nobody's";
}

/**
 * Puts the demo borough into a database that has none, the whole of it or nothing. A second run changes nothing, and of
 * two nodes that start at once one does it.
 * @returns whether it was put in now
 */
export async function seedDemo(house: House, options: { addresses?: number } = {}): Promise<boolean> {
  const { meta } = house.db.tables(platformTables);
  const now = house.clock.now();
  const [seeded] = await house.db.q.select().from(meta).where(eq(meta.key, "demo"));
  if (seeded) return false;
  return house.db.transaction(async () => {
    // A second node waits here until the first one is done.
    const mark = { key: "demo", value: now.toISOString() };
    const [marked] = await house.db.q.insert(meta).values(mark).onConflictDoNothing().returning();
    if (!marked) return false;
    await seedBorough(house.db, { ...options, today: calendarDate(now) });
    await seedResources(house.db, now);
    await seedBills(house.db, now);
    const ids = new Map<string, string>();
    for (const { title, ...account } of demoAccounts) ids.set(title, (await createAccount(house, account)).id);
    await seedOrganisation(house, ids.get("business")!, ids.get("employee")!);
    await givePin(house, demoPin, { actor: { kind: "system", id: "" }, channel: "online" });
    await addKiosk(house, { actor: { kind: "system", id: "" }, channel: "online" }, demoKiosk);
    return true;
  });
}

async function seedOrganisation(house: House, owner: string, member: string): Promise<void> {
  const by = (id: string) => ({ ...bySystemFor(id), actor: { kind: "account", id } }) as const;
  const { id } = await createOrganisation(house, by(owner), demoOrganisation);
  await addMember(house, by(member), { organisationId: id, role: "member" });
}
