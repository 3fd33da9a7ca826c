import { and, asc, eq, lte, sql } from "drizzle-orm";
import { platformTables } from "~db/schema/platform";
import { type Provenance, provenanceColumns, provenanceOf } from "./actor";
import { blank, blanks, type HotQuery } from "./db/database.server";
import { removeOverdue } from "./db/overdue.server";
import { rowsStill } from "./db/rows-still.server";
import type { House } from "./house.server";
import { newId } from "./ids";
import { outboxFailed, outboxWaiting } from "./metrics.server";

export interface OutboxRow {
  id: string;
  kind: string;
  /** For whom it is, and who caused it. */
  by: Provenance;
  payload: Record<string, unknown>;
  tries: number;
}
/** Carries out one row. It may run twice for one row, and is to do no harm then: `row.id` tells them apart. */
export type Handler = (house: House, row: OutboxRow) => Promise<void>;

/** How long a claimed row is left to its worker before another may take it. */
const claimMs = 2 * 60 * 1000;
/** About two days of tries: a mail server that is down over a weekend's night loses nothing. */
const maxTries = 60;
const listeners = new Set<() => void>();

type Row = typeof platformTables.postgres.outbox.$inferSelect;
type NewRow = Omit<Row, "state" | "tries" | "doneAt" | "error">;

const insertRow: HotQuery<NewRow, never> = (q, db) => {
  const { outbox } = db.tables(platformTables);
  const { id, subjectKind, subjectId, actorKind, actorId, channel, helperId } = blanks<Row>();
  const { kind, payload, dueAt, createdAt } = blanks<Row>();
  const who = { subjectKind, subjectId, actorKind, actorId, channel, helperId };
  return q
    .insert(outbox)
    .values({ id, ...who, kind, payload, dueAt, createdAt })
    .onConflictDoNothing();
};
const finishRow: HotQuery<{ id: string; doneAt: Date }, never> = (q, db) => {
  const { outbox } = db.tables(platformTables);
  return q
    .update(outbox)
    .set({ state: "done", doneAt: blank<Date>("doneAt"), error: null, payload: {} })
    .where(and(eq(outbox.id, blank("id")), eq(outbox.state, "waiting")));
};

/** Writes down something to do outside, in the transaction that decides it: both happen or neither does. */
export async function enqueue(
  house: House,
  by: Provenance,
  kind: string,
  payload: Record<string, unknown>,
  options: { dueAt?: Date /** A row of this id is written once, however often it is asked for. */; id?: string } = {},
): Promise<void> {
  const now = house.clock.now();
  const row = {
    id: options.id ?? newId(),
    ...provenanceColumns(by),
    kind,
    payload,
    dueAt: options.dueAt ?? now,
    createdAt: now,
  };
  await house.db.transaction(() => house.db.run(insertRow, row));
  for (const wake of listeners) wake();
}

/** Calls back when this process writes a row, so that its worker need not wait for its next round. */
export function onEnqueue(wake: () => void): () => void {
  listeners.add(wake);
  return () => listeners.delete(wake);
}

/** Takes rows that are due. Each row goes to one worker only; a row whose worker dies comes back after two minutes. */
export async function claimDue(house: House, limit: number): Promise<OutboxRow[]> {
  const { outbox } = house.db.tables(platformTables);
  const now = house.clock.now();
  const due = and(eq(outbox.state, "waiting"), lte(outbox.dueAt, now))!;
  const waiting = await house.db.q
    .select({ id: outbox.id })
    .from(outbox)
    .where(due)
    .orderBy(asc(outbox.dueAt))
    .limit(limit);
  outboxWaiting.set(waiting.length);
  if (waiting.length === 0) return [];
  const ids = waiting.map((row) => row.id);
  const claimed = await house.db.transaction(() =>
    house.db.q
      .update(outbox)
      .set({ dueAt: new Date(now.getTime() + claimMs), tries: sql`${outbox.tries} + 1` })
      .where(rowsStill(outbox.id, ids, due))
      .returning(),
  );
  return claimed.map((row) => ({
    id: row.id,
    kind: row.kind,
    by: provenanceOf(row),
    payload: row.payload,
    tries: row.tries,
  }));
}

/**
 * Whether a row that was claimed a while ago is still this worker's; its claim begins anew. Rows before it may have taken
 * so long, as when a mail server hangs, that another worker has it by now, or has done it.
 */
async function isStillOurs(house: House, row: OutboxRow): Promise<boolean> {
  const { outbox } = house.db.tables(platformTables);
  const ours = and(eq(outbox.id, row.id), eq(outbox.state, "waiting"), eq(outbox.tries, row.tries));
  const dueAt = new Date(house.clock.now().getTime() + claimMs);
  const kept = await house.db.transaction(() =>
    house.db.q.update(outbox).set({ dueAt }).where(ours).returning({ id: outbox.id }),
  );
  return kept.length === 1;
}

/**
 * Carries out what is due, one row after another, and records each outcome before it takes up the next.
 * A failure is tried again later, at growing distances; after the last try the row stays as `failed` for staff to see.
 * @returns how many rows it took up
 */
export async function runOutbox(
  house: House,
  handlers: Record<string, Handler>,
  {
    limit = 20,
    goesOn = () => true,
  }: { limit?: number /** False: take up no more rows. */; goesOn?: () => boolean } = {},
): Promise<number> {
  const claimedAt = house.clock.now().getTime();
  const rows = await claimDue(house, limit);
  for (const row of rows) {
    if (!goesOn()) break;
    const isOld = house.clock.now().getTime() - claimedAt > claimMs / 4;
    if (isOld && !(await isStillOurs(house, row))) continue;
    try {
      const handler = handlers[row.kind];
      if (!handler) throw new Error(`Nothing handles outbox rows of kind "${row.kind}": bind one in worker.server.ts.`);
      await handler(house, row);
      await house.db.transaction(() => house.db.run(finishRow, { id: row.id, doneAt: house.clock.now() }));
    } catch (error) {
      outboxFailed.inc({ kind: row.kind });
      house.log.warn({ err: error, outboxId: row.id, kind: row.kind, tries: row.tries }, "outbox row failed");
      const dueAt = new Date(house.clock.now().getTime() + retryMs(row.tries));
      await putOff(house, row.id, { state: row.tries >= maxTries ? "failed" : "waiting", dueAt, error: String(error) });
    }
  }
  return rows.length;
}

/** 2 s, 4 s, 8 s ... up to an hour, with up to a quarter more, so that not all come back at once. */
const retryMs = (tries: number) => Math.min(2 ** tries * 1000, 3_600_000) * (1 + Math.random() / 4);

async function putOff(
  house: House,
  id: string,
  outcome: { state: "waiting" | "failed"; dueAt: Date; error: string },
): Promise<void> {
  const { outbox } = house.db.tables(platformTables);
  await house.db.transaction(() =>
    house.db.q
      .update(outbox)
      .set(outcome)
      .where(and(eq(outbox.id, id), eq(outbox.state, "waiting"))),
  );
}

/** How long a row that is done is kept. What it carried is wiped at once: a name, an address, a code. */
const keptMs = 7 * 24 * 60 * 60 * 1000;

/** Removes rows that were done a week ago. Failed ones stay until somebody has looked at them. */
export async function forgetDone(house: House): Promise<void> {
  const { outbox } = house.db.tables(platformTables);
  const before = new Date(house.clock.now().getTime() - keptMs);
  // Only a row that is done has such an instant.
  await removeOverdue(house.db, { from: outbox, id: outbox.id, instant: outbox.doneAt, before });
}
