import { setImmediate as letOthersIn } from "node:timers/promises";
import { and, desc, eq, gte, like, lt, lte, type SQL } from "drizzle-orm";
import { auditTables } from "~db/schema/audit";
import type { ActorKind, Doer, Subject } from "./actor";
import type { AuditEntry } from "./audit-chain";
import type { House } from "./house.server";

export interface AuditFilter {
  actorId: string | undefined;
  /** All of a kind at once, such as the council's staff. */
  actorKind: ActorKind | undefined;
  /** The part of an action before the full stop, such as `case`. */
  kind: string | undefined;
  /** First and last instant, both included. */
  from: Date | undefined;
  until: Date | undefined;
}

/** Entries that one query looks at: few enough that nobody waits for it, whatever is looked for. */
export const sliceSize = 500;

/**
 * A subject's entries, the newest first, a slice of the chain at a time: between two of them others come in, however
 * long the chain is.
 * @param below only entries of a lower number
 * @returns what fits of each slice, which may be nothing, and the number of its last entry
 */
export async function* readAudit(
  house: House,
  subject: Subject,
  { actorId, actorKind, kind, from, until }: AuditFilter,
  below = Number.POSITIVE_INFINITY,
): AsyncGenerator<{ entries: AuditEntry[]; lowest: number; isLast: boolean }> {
  const { auditEntries } = house.db.tables(auditTables);
  const { number, at, action } = auditEntries;
  const fits = and(
    actorId ? eq(auditEntries.actorId, actorId) : undefined,
    actorKind ? eq(auditEntries.actorKind, actorKind) : undefined,
    kind ? like(action, `${kind}.%`) : undefined,
    from ? gte(at, from) : undefined,
    until ? lte(at, until) : undefined,
  );
  const first = from ? await findNumber(house, subject, from) : 1;
  const end = until
    ? await findNumber(house, subject, new Date(until.getTime() + 1))
    : (await lastNumber(house, subject)) + 1;
  for (let next = Math.min(end, below); next > first; await letOthersIn()) {
    const lowest = Math.max(first, next - sliceSize);
    const entries = await house.db.q
      .select()
      .from(auditEntries)
      .where(and(ofSubject(house, subject), gte(number, lowest), lt(number, next), fits))
      .orderBy(desc(number));
    next = lowest;
    yield { entries, lowest, isLast: lowest === first };
  }
}

const ofSubject = ({ db }: House, { kind, id }: Subject): SQL | undefined => {
  const { subjectKind, subjectId } = db.tables(auditTables).auditEntries;
  return and(eq(subjectKind, kind), eq(subjectId, id));
};

async function lastNumber(house: House, subject: Subject): Promise<number> {
  const { auditEntries } = house.db.tables(auditTables);
  const { number } = auditEntries;
  const own = ofSubject(house, subject);
  const [last] = await house.db.q.select({ number }).from(auditEntries).where(own).orderBy(desc(number)).limit(1);
  return last?.number ?? 0;
}

/** The number of the first entry from an instant on. Numbers have no gap and follow the time: halving finds it. */
async function findNumber(house: House, subject: Subject, instant: Date): Promise<number> {
  const { auditEntries: entries } = house.db.tables(auditTables);
  let [low, high] = [1, (await lastNumber(house, subject)) + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const own = and(ofSubject(house, subject), eq(entries.number, middle));
    const [entry] = await house.db.q.select({ at: entries.at }).from(entries).where(own);
    if (entry && entry.at < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Everybody who has done something to a subject that several people share. */
export async function listActors(house: House, { kind, id }: Subject): Promise<Doer["actor"][]> {
  const { auditActors: actors } = house.db.tables(auditTables);
  return house.db.q
    .select({ kind: actors.actorKind, id: actors.actorId })
    .from(actors)
    .where(and(eq(actors.subjectKind, kind), eq(actors.subjectId, id)));
}
