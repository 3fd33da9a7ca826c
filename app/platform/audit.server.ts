import { and, eq, sql } from "drizzle-orm";
import { auditTables } from "~db/schema/audit";
import { type Provenance, provenanceColumns, type Subject, type SubjectKind } from "./actor";
import { type AuditEntry, link } from "./audit-chain";
import { blank, blanks, type HotQuery } from "./db/database.server";
import type { House } from "./house.server";
import { newId } from "./ids";

type Row = typeof auditTables.postgres.auditEntries.$inferSelect;

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

const insertActor: HotQuery<{ kind: string; id: string; actorKind: string; actorId: string }, never> = (q, db) => {
  const { auditActors } = db.tables(auditTables);
  const who = { actorKind: blank<Row["actorKind"]>("actorKind"), actorId: blank<string>("actorId") };
  const values = { subjectKind: blank<SubjectKind>("kind"), subjectId: blank<string>("id"), ...who };
  return q.insert(auditActors).values(values).onConflictDoNothing();
};

/** Writes down what was done, in the transaction that does it: the next link in the chain of its subject. */
export async function audit(house: Pick<House, "db" | "clock" | "config">, by: Provenance, deed: Deed): Promise<void> {
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
      ) as AuditEntry["detail"],
    };
    const hash = link(house.config.auditKey, before!.hash, entry);
    await house.db.run(insertEntry, { id: newId(), ...entry, hash });
    await house.db.run(conclude, { kind, id, hash });
    const { actorKind, actorId } = entry;
    if (isWatched(by.subject)) await house.db.run(insertActor, { kind, id, actorKind, actorId });
  });
}
