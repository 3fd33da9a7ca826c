import { and, inArray, lt } from "drizzle-orm";
import { kioskTables } from "~db/schema/kiosks";
import { removeOverdue, walkRows } from "../../platform/db/overdue.server";
import type { House } from "../../platform/house.server";

/** How long a visit, and a help that no case came of, are known after their end. */
const keptMs = 30 * 24 * 60 * 60 * 1000;

/** Removes visits that ended long ago, and the shifts of floorwalkers that are over. */
export async function forgetOldVisits(house: House): Promise<void> {
  const { visits, floorShifts } = house.db.tables(kioskTables);
  const now = house.clock.now();
  const before = new Date(now.getTime() - keptMs);
  await removeOverdue(house.db, { from: visits, id: visits.id, instant: visits.endedAt, before });
  await removeOverdue(house.db, {
    from: floorShifts,
    id: floorShifts.sessionId,
    instant: floorShifts.expiresAt,
    before: now,
  });
}

/**
 * Removes helps that ended long ago and of which nothing came.
 * @param findDrafts which of these drafts there are, sent ones too: a help is known as long as its case
 */
export async function forgetOldHelps(house: House, findDrafts: (ids: string[]) => Promise<string[]>): Promise<void> {
  const { helps, helpDrafts } = house.db.tables(kioskTables);
  const before = new Date(house.clock.now().getTime() - keptMs);
  await walkRows(house.db, { from: helps, id: helps.id, of: lt(helps.endedAt, before) }, (ids) =>
    house.db.transaction(async () => {
      const all = await house.db.q.select().from(helpDrafts).where(inArray(helpDrafts.helpId, ids));
      const there = new Set(await findDrafts([...new Set(all.map(({ draftId }) => draftId))]));
      const gone = all.filter(({ draftId }) => !there.has(draftId)).map(({ draftId }) => draftId);
      if (gone.length > 0)
        await house.db.q
          .delete(helpDrafts)
          .where(and(inArray(helpDrafts.helpId, ids), inArray(helpDrafts.draftId, gone)));
      const needed = new Set(all.filter(({ draftId }) => there.has(draftId)).map(({ helpId }) => helpId));
      const idle = ids.filter((id) => !needed.has(id));
      if (idle.length > 0) await house.db.q.delete(helps).where(inArray(helps.id, idle));
    }),
  );
}
