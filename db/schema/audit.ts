import { declareTables } from "./kit";
import { type ActorKind, provenance, type SubjectKind } from "./provenance";

export const auditTables = declareTables((k) => {
  /** What was done, one chain for each subject. Rows are added and never changed. */
  const auditEntries = k.table(
    "audit_entries",
    {
      id: k.id(),
      ...provenance(k),
      /** 1 for the first entry of a subject, and on without a gap. */
      number: k.integer("number").notNull(),
      at: k.instant("at").notNull(),
      /** What was done, as `<record>.<act>`: `case.opened`, `member.removed`. */
      action: k.text("action").notNull(),
      recordKind: k.text("record_kind").notNull(),
      recordId: k.text("record_id").notNull(),
      /** Ids, states and amounts; nothing that somebody wrote. */
      detail: k.json<Record<string, string | number | boolean | null>>("detail").notNull(),
      /** SHA-256 of the entry and of the hash before it, in hex. */
      hash: k.text("hash").notNull(),
    },
    (t) => [
      k.uniqueIndex("audit_entries_number").on(t.subjectKind, t.subjectId, t.number),
      k.index("audit_entries_record").on(t.recordKind, t.recordId),
    ],
  );
  /** Where each chain ends: without it, entries cut off at the end would not be missed. */
  const auditHeads = k.table(
    "audit_heads",
    {
      subjectKind: k.text("subject_kind").notNull(),
      subjectId: k.text("subject_id").notNull(),
      number: k.integer("number").notNull(),
      hash: k.text("hash").notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.subjectKind, t.subjectId] })],
  );
  /** Who has ever done something to a subject that several people share: to be chosen from, without reading its chain. */
  const auditActors = k.table(
    "audit_actors",
    {
      subjectKind: k.text("subject_kind").$type<SubjectKind>().notNull(),
      subjectId: k.text("subject_id").notNull(),
      actorKind: k.text("actor_kind").$type<ActorKind>().notNull(),
      actorId: k.text("actor_id").notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.subjectKind, t.subjectId, t.actorKind, t.actorId] })],
  );
  return { auditEntries, auditHeads, auditActors };
});
