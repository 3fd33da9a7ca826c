import { createHash } from "node:crypto";
import { and, asc, desc, eq, gt, gte, like, lte, or, sql } from "drizzle-orm";
import { auditTables } from "~db/schema/audit";
import { type ActorKind, type Doer, type Provenance, provenanceColumns, type Subject, type SubjectKind } from "./actor";
import { blank, blanks, type Database, type HotQuery } from "./db/database.server";
import type { House } from "./house.server";
import { newId } from "./ids";

type Row = typeof auditTables.postgres.auditEntries.$inferSelect;
type Detail = Row["detail"];

/** Subjects that several people share: there, each of them may want to know who saw or changed something. */
const shared: SubjectKind[] = ["organisation"];

/** Whether looks and small changes are written down too, not only what makes or ends a record. */
export const isWatched = (subject: Subject): boolean => shared.includes(subject.kind);

/** What was done to what. Details are ids, states and amounts: never what somebody wrote. */
export interface Deed {
  /** `<record>.<act>`, such as `case.opened`. */
  action: string;
  record: { kind: string; id: string };
  detail?: Record<string, string | number | boolean | null | undefined>;
}

/** An entry as it is read. */
export type AuditEntry = Omit<Row, "id" | "hash">;

/** Counts the chain's head up, and gives the hash that the new entry follows. It locks the chain until the commit. */
const advance: HotQuery<{ kind: string; id: string }, { number: number; hash: string }> = (q, db) => {
  const { auditHeads } = db.tables(auditTables);
  const { subjectKind, subjectId, number, hash } = auditHeads;
  return q
    .insert(auditHeads)
    .values({ subjectKind: blank("kind"), subjectId: blank("id"), number: 1, hash: "" })
    .onConflictDoUpdate({ target: [subjectKind, subjectId], set: { number: sql`${number} + 1` } })
    .returning({ number, hash });
};
const conclude: HotQuery<{ kind: string; id: string; hash: string }, never> = (q, db) => {
  const { auditHeads } = db.tables(auditTables);
  return q
    .update(auditHeads)
    .set({ hash: blank("hash") })
    .where(and(eq(auditHeads.subjectKind, blank("kind")), eq(auditHeads.subjectId, blank("id"))));
};
const insertEntry: HotQuery<Row, never> = (q, db) => {
  const { auditEntries } = db.tables(auditTables);
  const { id, subjectKind, subjectId, actorKind, actorId, channel, helperId, number, at } = blanks<Row>();
  const { action, recordKind, recordId, detail, hash } = blanks<Row>();
  const who = { subjectKind, subjectId, actorKind, actorId, channel, helperId };
  return q.insert(auditEntries).values({ id, ...who, number, at, action, recordKind, recordId, detail, hash });
};

/** Writes down what was done, in the transaction that does it: the next link in the chain of its subject. */
export async function audit(house: House, by: Provenance, deed: Deed): Promise<void> {
  const { kind, id } = by.subject;
  await house.db.transaction(async () => {
    const [before] = await house.db.run(advance, { kind, id });
    const entry = {
      ...provenanceColumns(by),
      number: before!.number,
      at: house.clock.now(),
      action: deed.action,
      recordKind: deed.record.kind,
      recordId: deed.record.id,
      detail: Object.fromEntries(
        Object.entries(deed.detail ?? {}).filter(([, value]) => value !== undefined),
      ) as Detail,
    };
    const hash = link(before!.hash, entry);
    await house.db.run(insertEntry, { id: newId(), ...entry, hash });
    await house.db.run(conclude, { kind, id, hash });
  });
}

/** The hash of an entry and, through the one before it, of all that came before. */
function link(before: string, entry: AuditEntry): string {
  const { subjectKind, subjectId, number, at, actorKind, actorId, channel, helperId } = entry;
  // The database may give the details back in another order.
  const detail = Object.entries(entry.detail).sort(([one], [other]) => (one < other ? -1 : 1));
  const who = [subjectKind, subjectId, number, at.toISOString(), actorKind, actorId, channel, helperId];
  const what = [entry.action, entry.recordKind, entry.recordId, detail];
  return createHash("sha256")
    .update(JSON.stringify([before, who, what]))
    .digest("hex");
}

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

/** A subject's entries, the newest first. */
export async function listAudit(
  house: House,
  subject: Subject,
  { actorId, actorKind, kind, from, until }: AuditFilter,
  limit?: number,
): Promise<AuditEntry[]> {
  const { auditEntries: entries } = house.db.tables(auditTables);
  const conditions = [
    eq(entries.subjectKind, subject.kind),
    eq(entries.subjectId, subject.id),
    actorId ? eq(entries.actorId, actorId) : undefined,
    actorKind ? eq(entries.actorKind, actorKind) : undefined,
    kind ? like(entries.action, `${kind}.%`) : undefined,
    from ? gte(entries.at, from) : undefined,
    until ? lte(entries.at, until) : undefined,
  ];
  const found = house.db.q
    .select()
    .from(entries)
    .where(and(...conditions))
    .orderBy(desc(entries.number));
  return limit === undefined ? found : found.limit(limit);
}

/** Everybody who has done something to a subject. */
export async function listActors(house: House, subject: Subject): Promise<Doer["actor"][]> {
  const { auditEntries: entries } = house.db.tables(auditTables);
  return house.db.q
    .selectDistinct({ kind: entries.actorKind, id: entries.actorId })
    .from(entries)
    .where(and(eq(entries.subjectKind, subject.kind), eq(entries.subjectId, subject.id)));
}

/** Something wrong with the log: which chain, which entry, and what became of it. */
export interface AuditFault {
  subject: string;
  number: number;
  what: "changed" | "missing" | "cut off" | "added";
  action?: string;
}

const pageRows = 1000;

/**
 * Goes through every chain and names each entry that was changed, removed, put in another's place, or added without
 * its head. The portal may go on meanwhile.
 * @returns how many entries were looked at, and what is wrong with them
 */
export async function verifyAudit(db: Database): Promise<{ entries: number; faults: AuditFault[] }> {
  // The portal may be writing: what its heads said at first must be there, and nothing beyond what they say at last.
  const atFirst = await readHeads(db);
  const faults: AuditFault[] = [];
  const ends = new Map<string, Head>();
  let entries = 0;
  for await (const entry of everyEntry(db)) {
    entries++;
    const subject = `${entry.subjectKind} ${entry.subjectId}`;
    const before = ends.get(subject) ?? none;
    for (let number = before.number + 1; number < entry.number; number++)
      faults.push({ subject, number, what: "missing" });
    // After a gap the hash before is gone: the entry itself is judged by those that are left.
    const isNext = entry.number === before.number + 1;
    if (isNext && link(before.hash, entry) !== entry.hash)
      faults.push({ subject, number: entry.number, what: "changed", action: entry.action });
    ends.set(subject, { number: entry.number, hash: entry.hash });
  }
  const atLast = await readHeads(db);
  for (const subject of new Set([...atFirst.keys(), ...ends.keys()])) {
    const end = ends.get(subject) ?? none;
    const [first, last] = [atFirst.get(subject) ?? none, atLast.get(subject)];
    if (!last) faults.push({ subject, number: end.number, what: "cut off" });
    for (let number = end.number + 1; number <= first.number; number++)
      faults.push({ subject, number, what: "cut off" });
    for (let number = (last ?? end).number + 1; number <= end.number; number++)
      faults.push({ subject, number, what: "added" });
    if ([first, last].some((head) => head?.number === end.number && head.hash !== end.hash))
      faults.push({ subject, number: end.number, what: "changed" });
  }
  return { entries, faults };
}

/** The number and the hash of a chain's newest entry. */
interface Head {
  number: number;
  hash: string;
}
const none: Head = { number: 0, hash: "" };

async function readHeads(db: Database): Promise<Map<string, Head>> {
  const heads = await db.q.select().from(db.tables(auditTables).auditHeads);
  return new Map(heads.map((head) => [`${head.subjectKind} ${head.subjectId}`, head]));
}

async function* everyEntry(db: Database): AsyncGenerator<Row> {
  const { auditEntries: entries } = db.tables(auditTables);
  const { subjectKind, subjectId, number } = entries;
  let last: Row | undefined;
  for (;;) {
    const after = last
      ? or(
          gt(subjectKind, last.subjectKind),
          and(eq(subjectKind, last.subjectKind), gt(subjectId, last.subjectId)),
          and(eq(subjectKind, last.subjectKind), eq(subjectId, last.subjectId), gt(number, last.number)),
        )
      : undefined;
    const page = await db.q
      .select()
      .from(entries)
      .where(after)
      .orderBy(asc(subjectKind), asc(subjectId), asc(number))
      .limit(pageRows);
    yield* page;
    if (page.length < pageRows) return;
    last = page.at(-1);
  }
}
