import { and, eq, isNotNull } from "drizzle-orm";
import { accountTables } from "~db/schema/accounts";
import type { Actor } from "../../platform/actor";
import { blank, blanks, type HotQuery } from "../../platform/db/database.server";
import { removeOverdue } from "../../platform/db/overdue.server";
import type { House } from "../../platform/house.server";
import { hashToken, newId, newToken } from "../../platform/ids";
import { isIdle, noteEnded } from "./idle.server";

export interface Session {
  /** What the database knows the session by; never sent to the browser. */
  id: string;
  guestId: string;
  actor: Actor;
  /** The account of staff that it was, until nobody touched it for too long; a guest's since. */
  lapsedOf: string | undefined;
  seenAt: Date;
  /** The visit to a kiosk that it was begun in: it is good for nothing else. */
  visitId: string | undefined;
}

const hour = 60 * 60 * 1000;
/** A guest's drafts are kept for 30 days, and so is the session that finds them. */
const lifetime = { guest: 30 * 24 * hour, account: 12 * hour };

type SessionRow = Pick<
  typeof accountTables.postgres.sessions.$inferSelect,
  "guestId" | "accountId" | "visitId" | "expiresAt" | "seenAt" | "lapsedAt"
>;
type AccountRow = Pick<typeof accountTables.postgres.accounts.$inferSelect, "id" | "name" | "email" | "role">;

const sessionById: HotQuery<{ id: string }, SessionRow> = (q, db) => {
  const { sessions } = db.tables(accountTables);
  const { id, guestId, accountId, visitId, expiresAt, seenAt, lapsedAt } = sessions;
  return q
    .select({ guestId, accountId, visitId, expiresAt, seenAt, lapsedAt })
    .from(sessions)
    .where(eq(id, blank("id")));
};
const accountById: HotQuery<{ id: string }, AccountRow> = (q, db) => {
  const { accounts } = db.tables(accountTables);
  const { id, name, email, role } = accounts;
  return q
    .select({ id, name, email, role })
    .from(accounts)
    .where(eq(id, blank("id")));
};

/** The session of a cookie's token; undefined where it is unknown, ended or too old. */
export async function findSession(house: House, token: string): Promise<Session | undefined> {
  const id = hashToken(token);
  const [session] = await house.db.run(sessionById, { id });
  if (!session || session.expiresAt <= house.clock.now()) return undefined;
  const { guestId, accountId, seenAt } = session;
  const [account] = accountId ? await house.db.run(accountById, { id: accountId }) : [];
  const lapsed = account && (session.lapsedAt !== null || isIdle(house, account.role, seenAt));
  const actor: Actor = account && !lapsed ? { kind: "account", ...account } : { kind: "guest", id: guestId };
  return {
    id,
    guestId,
    actor,
    visitId: session.visitId ?? undefined,
    seenAt,
    lapsedOf: lapsed ? account.id : undefined,
  };
}

const insertSession: HotQuery<typeof accountTables.postgres.sessions.$inferInsert, never> = (q, db) => {
  const { sessions } = db.tables(accountTables);
  const { id, guestId, accountId, visitId, createdAt, seenAt, expiresAt } =
    blanks<typeof accountTables.postgres.sessions.$inferSelect>();
  return q.insert(sessions).values({ id, guestId, accountId, visitId, createdAt, seenAt, expiresAt });
};

/** Begins a session and gives the token for its cookie. */
export async function beginSession(
  house: House,
  of: { guestId?: string | undefined; accountId?: string | undefined; visitId?: string | undefined } = {},
): Promise<{ token: string; id: string; guestId: string; maxAge: number }> {
  const now = house.clock.now();
  const token = newToken();
  const guestId = of.guestId ?? newId();
  const maxAge = of.accountId ? lifetime.account : lifetime.guest;
  const id = hashToken(token);
  await house.db.transaction(() =>
    house.db.run(insertSession, {
      id,
      guestId,
      accountId: of.accountId ?? null,
      visitId: of.visitId ?? null,
      createdAt: now,
      seenAt: now,
      expiresAt: new Date(now.getTime() + maxAge),
    }),
  );
  return { token, id, guestId, maxAge: maxAge / 1000 };
}

/** Ends one session at once, on whatever device it is. False: it had ended. */
export async function endSession(house: House, id: string): Promise<boolean> {
  const { sessions } = house.db.tables(accountTables);
  const ended = await house.db.transaction(() =>
    house.db.q.delete(sessions).where(eq(sessions.id, id)).returning({ id: sessions.id }),
  );
  return ended.length > 0;
}

/** Ends every session of an account, as after a new password. */
export async function endSessionsOf(house: House, accountId: string, why: "password" | "everywhere"): Promise<void> {
  const { sessions } = house.db.tables(accountTables);
  await house.db.transaction(async () => {
    const ended = await house.db.q
      .delete(sessions)
      .where(eq(sessions.accountId, accountId))
      .returning({ id: sessions.id });
    if (ended.length > 0) await noteEnded(house, accountId, why, ended.length);
  });
}

/** Whom a visit to a kiosk is about now: whoever signed in last, else its guest. */
export async function findAccountOfVisit(house: House, visitId: string): Promise<string | undefined> {
  const { sessions } = house.db.tables(accountTables);
  const { accountId } = sessions;
  const mine = and(eq(sessions.visitId, visitId), isNotNull(accountId));
  const [row] = await house.db.q.select({ accountId }).from(sessions).where(mine).limit(1);
  return row?.accountId ?? undefined;
}

/** Ends every session that was begun in a visit to a kiosk, and forgets what waits for a sign-in there. */
export async function endSessionsOfVisit(house: House, visit: { id: string; guestId: string }): Promise<void> {
  const { sessions, parkedRequests } = house.db.tables(accountTables);
  await house.db.transaction(async () => {
    const { accountId } = sessions;
    const ended = await house.db.q.delete(sessions).where(eq(sessions.visitId, visit.id)).returning({ accountId });
    for (const one of ended) if (one.accountId) await noteEnded(house, one.accountId, "visit");
    await house.db.q.delete(parkedRequests).where(eq(parkedRequests.guestId, visit.guestId));
  });
}

/** Removes sessions whose time is over; of one that was of an account it is told that it ended. */
export async function forgetOldSessions(house: House): Promise<void> {
  const { sessions } = house.db.tables(accountTables);
  await removeOverdue(
    house.db,
    {
      from: sessions,
      id: sessions.id,
      instant: sessions.expiresAt,
      before: house.clock.now(),
    },
    async (which) => {
      const { accountId, lapsedAt } = sessions;
      const over = await house.db.q.delete(sessions).where(which).returning({ accountId, lapsedAt });
      for (const one of over) if (one.accountId && !one.lapsedAt) await noteEnded(house, one.accountId, "over");
    },
  );
}
