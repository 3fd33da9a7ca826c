import { and, asc, eq, gt } from "drizzle-orm";
import { kioskTables } from "~db/schema/kiosks";
import type { Doer } from "../../platform/actor";
import { type Context, goTo } from "../../platform/context.server";
import type { House } from "../../platform/house.server";
import { noteSecurity } from "../../platform/security-events.server";
import { findByEmail, fitsPassword, getAccount, hashPassword } from "../accounts/accounts.server";

/** A day at work. */
const shiftMs = 10 * 60 * 60 * 1000;

/** The sites that there are kiosks at. */
export async function sitesOf(house: House): Promise<string[]> {
  const { kiosks } = house.db.tables(kioskTables);
  const rows = await house.db.q.selectDistinct({ site: kiosks.site }).from(kiosks).orderBy(asc(kiosks.site));
  return rows.map(({ site }) => site);
}

/** Who may help where, by name. */
export async function listPins(house: House): Promise<{ name: string; email: string; site: string }[]> {
  const { floorPins } = house.db.tables(kioskTables);
  const rows = await house.db.q.select().from(floorPins).orderBy(asc(floorPins.site));
  return Promise.all(
    rows.map(async ({ accountId, site }) => {
      const { name, email } = await getAccount(house, accountId);
      return { name, email, site };
    }),
  );
}

/**
 * Gives a floorwalker a PIN for a site, in place of the one they had there.
 * @returns whether there is a floorwalker of this address
 */
export async function givePin(
  house: House,
  { email, site, pin }: { email: string; site: string; pin: string },
  by: Doer,
): Promise<boolean> {
  const { floorPins } = house.db.tables(kioskTables);
  const account = await findByEmail(house, email);
  if (account?.role !== "floorwalker") return false;
  const pinHash = await hashPassword(pin);
  await house.db.transaction(async () => {
    const row = { accountId: account.id, site, pinHash };
    await house.db.q
      .insert(floorPins)
      .values(row)
      .onConflictDoUpdate({ target: [floorPins.accountId, floorPins.site], set: { pinHash } });
    const subject = { kind: "account", id: account.id } as const;
    await noteSecurity(house, { ...by, subject }, { action: "pin.given", record: { kind: "account", id: account.id } });
  });
  return true;
}

/**
 * Begins a floorwalker's work at the site that a PIN belongs to, for this session.
 * @returns whether the PIN fits one of their sites
 */
export async function openShift(context: Context, accountId: string, pin: string): Promise<boolean> {
  const { floorPins, floorShifts } = context.db.tables(kioskTables);
  const own = await context.db.q.select().from(floorPins).where(eq(floorPins.accountId, accountId));
  for (const { site, pinHash } of own) {
    if (!(await fitsPassword(pinHash, pin))) continue;
    const expiresAt = new Date(context.clock.now().getTime() + shiftMs);
    const shift = { sessionId: context.session!.id, accountId, site, expiresAt };
    await context.db.transaction(() =>
      context.db.q
        .insert(floorShifts)
        .values(shift)
        .onConflictDoUpdate({ target: floorShifts.sessionId, set: { site, expiresAt } }),
    );
    return true;
  }
  return false;
}

/** The site where this session's floorwalker works now; undefined until they have given its PIN. */
export async function shiftOf(context: Context): Promise<string | undefined> {
  const { floorShifts } = context.db.tables(kioskTables);
  if (!context.session || context.actor.kind !== "account") return undefined;
  const now = and(
    eq(floorShifts.sessionId, context.session.id),
    eq(floorShifts.accountId, context.actor.id),
    gt(floorShifts.expiresAt, context.clock.now()),
  );
  const [row] = await context.db.q.select({ site: floorShifts.site }).from(floorShifts).where(now).limit(1);
  return row?.site;
}

/** For a floorwalker at work at this site. @throws the page that asks for its PIN */
export async function requireShift(context: Context, site: string): Promise<void> {
  if ((await shiftOf(context)) !== site) throw goTo(context, "/floor");
}
