import { and, isNull, lt, notInArray, type SQLWrapper } from "drizzle-orm";
import { kioskTables } from "~db/schema/kiosks";
import type { House } from "../../platform/house.server";

/** How long a visit, and a help that no case came of, are known after their end. */
const keptMs = 30 * 24 * 60 * 60 * 1000;

/** Removes visits that ended long ago, and the shifts of floorwalkers that are over. */
export async function forgetOldVisits(house: House): Promise<void> {
  const { visits, floorShifts } = house.db.tables(kioskTables);
  const now = house.clock.now();
  await house.db.transaction(async () => {
    const before = new Date(now.getTime() - keptMs);
    await house.db.q.delete(visits).where(and(isNull(visits.openKey), lt(visits.endedAt, before)));
    await house.db.q.delete(floorShifts).where(lt(floorShifts.expiresAt, now));
  });
}

/**
 * Removes helps that ended long ago and of which nothing came.
 * @param drafts a query for the ids of the drafts that there are, sent ones too: a help is known as long as its case
 */
export async function forgetOldHelps(house: House, drafts: SQLWrapper): Promise<void> {
  const { helps, helpDrafts } = house.db.tables(kioskTables);
  const before = new Date(house.clock.now().getTime() - keptMs);
  await house.db.transaction(async () => {
    await house.db.q.delete(helpDrafts).where(notInArray(helpDrafts.draftId, drafts));
    const needed = house.db.q.select({ id: helpDrafts.helpId }).from(helpDrafts);
    await house.db.q.delete(helps).where(and(lt(helps.endedAt, before), notInArray(helps.id, needed)));
  });
}
