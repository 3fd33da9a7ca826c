import { eq } from "drizzle-orm";
import { createAccount } from "../../app/features/accounts/accounts.server";
import { calendarDate } from "../../app/platform/clock";
import type { House } from "../../app/platform/house.server";
import { platformTables } from "../schema/platform";
import { demoBills, seedBills } from "./bills";
import { seedBorough } from "./borough/seed-borough";
import { seedResources } from "./resources";

/** Accounts of the demo. They are made in demo mode only. */
export const demoAccounts = [
  { email: "resident@demo.example", name: "Rowan Ashby", password: "green-bracken-26", role: "resident" },
  { email: "staff@demo.example", name: "Sam Fernley", password: "green-bracken-26", role: "staff" },
] as const;

export { demoBills };

/**
 * Puts the demo borough into a database that has none. A second run changes nothing.
 * @returns whether it was put in now
 */
export async function seedDemo(house: House, options: { addresses?: number } = {}): Promise<boolean> {
  const { meta } = house.db.tables(platformTables);
  const [seeded] = await house.db.q.select().from(meta).where(eq(meta.key, "demo"));
  if (seeded) return false;
  await seedBorough(house.db, { ...options, today: calendarDate(house.clock.now()) });
  await seedResources(house.db, house.clock.now());
  await seedBills(house.db, house.clock.now());
  for (const account of demoAccounts) await createAccount(house, account);
  await house.db.transaction(() =>
    house.db.q.insert(meta).values({ key: "demo", value: house.clock.now().toISOString() }),
  );
  return true;
}
