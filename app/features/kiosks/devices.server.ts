import { createHmac } from "node:crypto";
import { and, asc, eq, gt } from "drizzle-orm";
import { kioskTables } from "~db/schema/kiosks";
import type { Doer } from "../../platform/actor";
import { audit } from "../../platform/audit.server";
import type { House } from "../../platform/house.server";
import { hashCode, hashToken, newId, newToken } from "../../platform/ids";
import { bareTyped } from "../../platform/typed";

type Row = typeof kioskTables.postgres.kiosks.$inferSelect;

/** A kiosk as staff see it. */
export interface KioskView {
  id: string;
  name: string;
  site: string;
  state: "waiting" | "expired" | "enrolled" | "revoked";
  enrolledAt: Date | undefined;
}

/** How long a code may be used: as long as it takes to walk to the device. */
const codeMs = 30 * 60 * 1000;

function toKioskView(house: House, { id, name, site, tokenHash, codeExpiresAt, enrolledAt }: Row): KioskView {
  const waits = codeExpiresAt && codeExpiresAt > house.clock.now();
  const state = tokenHash ? "enrolled" : waits ? "waiting" : codeExpiresAt ? "expired" : "revoked";
  return { id, name, site, state, enrolledAt: enrolledAt ?? undefined };
}

/** Every kiosk there is, by site and name. */
export async function listKiosks(house: House): Promise<KioskView[]> {
  const { kiosks } = house.db.tables(kioskTables);
  const rows = await house.db.q.select().from(kiosks).orderBy(asc(kiosks.site), asc(kiosks.name));
  return rows.map((row) => toKioskView(house, row));
}

/** One kiosk; undefined where there is none of this id. */
export async function getKiosk(house: House, id: string): Promise<KioskView | undefined> {
  const { kiosks } = house.db.tables(kioskTables);
  const [row] = await house.db.q.select().from(kiosks).where(eq(kiosks.id, id)).limit(1);
  return row && toKioskView(house, row);
}

/** Writes down a new kiosk, and makes the code that enrols it. */
export async function addKiosk(house: House, by: Doer, kiosk: { name: string; site: string }): Promise<string> {
  const { kiosks } = house.db.tables(kioskTables);
  const id = newId();
  await house.db.transaction(async () => {
    await house.db.q.insert(kiosks).values({ id, ...kiosk, createdAt: house.clock.now() });
    await auditKiosk(house, by, id, "kiosk.added");
    await renewCode(house, by, id);
  });
  return id;
}

/** Makes a code for a kiosk that is to be enrolled, at first or anew. The device that had it before has it no longer. */
export async function renewCode(house: House, by: Doer, id: string): Promise<void> {
  const { kiosks } = house.db.tables(kioskTables);
  const codeExpiresAt = new Date(house.clock.now().getTime() + codeMs);
  const codeHash = hashCode(house.config.secret, codeOf(house, id, codeExpiresAt));
  await house.db.transaction(async () => {
    await house.db.q.update(kiosks).set({ codeHash, codeExpiresAt, tokenHash: null }).where(eq(kiosks.id, id));
    await auditKiosk(house, by, id, "kiosk.code-made");
  });
}

/** The code of a kiosk that waits to be enrolled, to be shown to staff. It is worked out anew: the database has its hash only. */
export async function enrolmentCode(house: House, id: string): Promise<string | undefined> {
  const { kiosks } = house.db.tables(kioskTables);
  const [row] = await house.db.q.select().from(kiosks).where(eq(kiosks.id, id)).limit(1);
  if (!row?.codeHash || !row.codeExpiresAt || row.codeExpiresAt <= house.clock.now()) return undefined;
  return codeOf(house, id, row.codeExpiresAt);
}

/** Eight digits, for a screen without a keyboard. Nobody can work them out without the portal's own secret. */
function codeOf(house: House, id: string, until: Date): string {
  const mac = createHmac("sha256", house.config.secret).update(`kiosk ${id} ${until.getTime()}`).digest();
  return String(mac.readUIntBE(0, 6) % 100_000_000).padStart(8, "0");
}

/**
 * Enrols the device that shows a code, which is used up by it.
 * @returns the token for the device's cookie; undefined where the code is wrong, old or used
 */
export async function enrolKiosk(house: House, code: string): Promise<string | undefined> {
  const { kiosks } = house.db.tables(kioskTables);
  const now = house.clock.now();
  const token = newToken();
  const codeHash = hashCode(house.config.secret, bareTyped(code));
  const good = and(eq(kiosks.codeHash, codeHash), gt(kiosks.codeExpiresAt, now));
  return house.db.transaction(async () => {
    const set = { codeHash: null, codeExpiresAt: null, tokenHash: hashToken(token), enrolledAt: now };
    const [row] = await house.db.q.update(kiosks).set(set).where(good).returning({ id: kiosks.id });
    if (!row) return undefined;
    await auditKiosk(house, { actor: { kind: "system", id: "" }, channel: "kiosk" }, row.id, "kiosk.enrolled");
    return token;
  });
}

/** Takes a kiosk's credential away: from now on the device is like any other browser. */
export async function revokeKiosk(house: House, by: Doer, id: string): Promise<void> {
  const { kiosks } = house.db.tables(kioskTables);
  const set = { codeHash: null, codeExpiresAt: null, tokenHash: null };
  await house.db.transaction(async () => {
    await house.db.q.update(kiosks).set(set).where(eq(kiosks.id, id));
    await auditKiosk(house, by, id, "kiosk.revoked");
  });
}

/** What is done to a kiosk stands in the chain of who does it. */
function auditKiosk(house: House, by: Doer, id: string, action: string): Promise<void> {
  const subject = { kind: "account", id: by.actor.id } as const;
  return audit(house, { ...by, subject }, { action, record: { kind: "kiosk", id } });
}
