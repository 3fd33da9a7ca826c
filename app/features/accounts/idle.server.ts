import { and, eq, isNull } from "drizzle-orm";
import { accountTables } from "~db/schema/accounts";
import { type Actor, bySystemFor } from "../../platform/actor";
import { blank, type HotQuery } from "../../platform/db/database.server";
import type { House } from "../../platform/house.server";
import { noteSecurity } from "../../platform/security-events.server";

type Role = Extract<Actor, { kind: "account" }>["role"];

const minute = 60 * 1000;
/** After so long without a page, whoever works for the council is asked to sign in again. */
const idleMs = 30 * minute;
/** No page is written down as seen more often than this. */
const seenEveryMs = minute;

/** Whether staff have left the desk where they signed in. Residents stay signed in for as long as their session lasts. */
export const isIdle = ({ clock }: House, role: Role, seenAt: Date): boolean =>
  role !== "resident" && clock.now().getTime() - seenAt.getTime() >= idleMs;

const saveSeen: HotQuery<{ id: string; seenAt: Date }, never> = (q, db) => {
  const { sessions } = db.tables(accountTables);
  return q
    .update(sessions)
    .set({ seenAt: blank<Date>("seenAt") })
    .where(eq(sessions.id, blank("id")));
};

/** Writes down that somebody is there still, or, the first time, that staff had been away for too long. */
export async function noteSeen(
  house: House,
  { id, actor, seenAt, lapsedOf }: { id: string; actor: Actor; seenAt: Date; lapsedOf: string | undefined },
): Promise<void> {
  const now = house.clock.now();
  if (lapsedOf) await lapse(house, { id, accountId: lapsedOf }, now);
  if (actor.kind !== "account" || actor.role === "resident") return;
  if (now.getTime() - seenAt.getTime() < seenEveryMs) return;
  await house.db.transaction(() => house.db.run(saveSeen, { id, seenAt: now }));
}

/** It stays over, even if the clock were set back. */
async function lapse(house: House, session: { id: string; accountId: string }, lapsedAt: Date): Promise<void> {
  const { sessions } = house.db.tables(accountTables);
  const first = and(eq(sessions.id, session.id), isNull(sessions.lapsedAt));
  await house.db.transaction(async () => {
    const lapsed = await house.db.q.update(sessions).set({ lapsedAt }).where(first).returning({ id: sessions.id });
    if (lapsed.length > 0) await noteEnded(house, session.accountId, "idle");
  });
}

/** Sessions of an account came to their end before their time. */
export const noteEnded = (house: House, accountId: string, why: string, sessions = 1): Promise<void> =>
  noteSecurity(house, bySystemFor(accountId), {
    action: "session.ended",
    record: { kind: "account", id: accountId },
    detail: { why, sessions },
  });
