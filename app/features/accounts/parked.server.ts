import { and, desc, eq, gt } from "drizzle-orm";
import { accountTables } from "~db/schema/accounts";
import type { Context } from "../../platform/context.server";
import { removeOverdue } from "../../platform/db/overdue.server";
import type { House } from "../../platform/house.server";
import { newId } from "../../platform/ids";

/** Something that was sent without being signed in. Files are not kept. */
export interface Parked {
  /** The portal's own path and query, to send it to. */
  path: string;
  fields: [string, string][];
}

const keptMs = 60 * 60 * 1000;

/** Keeps what somebody sent, for an hour, until that browser has signed in. The newest replaces older ones. */
export async function parkRequest(context: Context, path: string, fields: [string, string][]): Promise<void> {
  const { parkedRequests } = context.db.tables(accountTables);
  await context.ensureSubject();
  const { guestId } = context.session!;
  const expiresAt = new Date(context.clock.now().getTime() + keptMs);
  await context.db.transaction(async () => {
    await context.db.q.delete(parkedRequests).where(eq(parkedRequests.guestId, guestId));
    await context.db.q.insert(parkedRequests).values({ id: newId(), guestId, path, fields, expiresAt });
  });
}

/** What is kept for this browser. It stays, so that a page that shows it may be loaded again. */
export async function findParked(context: Context): Promise<Parked | undefined> {
  if (!context.session) return undefined;
  const { parkedRequests } = context.db.tables(accountTables);
  const [row] = await context.db.q
    .select()
    .from(parkedRequests)
    .where(and(eq(parkedRequests.guestId, context.session.guestId), gt(parkedRequests.expiresAt, context.clock.now())))
    .orderBy(desc(parkedRequests.expiresAt))
    .limit(1);
  return row && { path: row.path, fields: row.fields };
}

/** What is kept for this browser, and forgets it. */
export async function takeParked(context: Context): Promise<Parked | undefined> {
  const parked = await findParked(context);
  if (!parked) return undefined;
  const { parkedRequests } = context.db.tables(accountTables);
  await context.db.transaction(() =>
    context.db.q.delete(parkedRequests).where(eq(parkedRequests.guestId, context.session!.guestId)),
  );
  return parked;
}

/** Removes what nobody came back for. */
export async function forgetOldParked(house: House): Promise<void> {
  const { parkedRequests } = house.db.tables(accountTables);
  const { expiresAt } = parkedRequests;
  await removeOverdue(house.db, {
    from: parkedRequests,
    id: parkedRequests.id,
    instant: expiresAt,
    before: house.clock.now(),
  });
}
