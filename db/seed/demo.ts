import { eq } from "drizzle-orm";
import { createAccount } from "../../app/features/accounts/accounts.server";
import { addKiosk, givePin } from "../../app/features/kiosks/kiosks.server";
import { calendarDate } from "../../app/platform/clock";
import type { House } from "../../app/platform/house.server";
import { platformTables } from "../schema/platform";
import { seedBills } from "./bills";
import { seedBorough } from "./borough/seed-borough";
import { seedResources } from "./resources";

/** Accounts of the demo. They are made in demo mode only. */
export const demoAccounts = [
  { email: "resident@demo.example", name: "Rowan Ashby", password: "green-bracken-26", role: "resident" },
  { email: "staff@demo.example", name: "Sam Fernley", password: "green-bracken-26", role: "staff" },
  { email: "floorwalker@demo.example", name: "Ana Silva", password: "green-bracken-26", role: "floorwalker" },
] as const;

/** A kiosk that waits to be enrolled: staff make its code on their page of kiosks. */
const demoKiosk = { name: "Kiosk 1, by the door", site: "Brackenford House" };

/** What the floorwalker types beside their password. */
export const demoPin = { email: "floorwalker@demo.example", site: demoKiosk.site, pin: "260426" };

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
    for (const account of demoAccounts) await createAccount(house, account);
    await givePin(house, demoPin, { actor: { kind: "system", id: "" }, channel: "online" });
    await addKiosk(house, { actor: { kind: "system", id: "" }, channel: "online" }, demoKiosk);
    return true;
  });
}
