import type { flowTables } from "~db/schema/flow";
import type { Subject } from "../platform/actor";
import type { Answers } from "./engine";

/** Something begun and not sent yet, or sent and kept so that a second sending finds its case. */
export interface Draft {
  id: string;
  serviceId: string;
  version: number;
  subject: Subject;
  answers: Answers;
  /** Fields as typed, by step id, where they are not answers yet. */
  typed: Record<string, [string, string][]>;
  /** How often each step was sent, and who answered it last where several people share the draft. */
  edits: Row["edits"];
  state: "open" | "submitted";
  updatedAt: Date;
}

/** What makes an open draft the only one of somebody for a service. */
export const openKey = (subject: Subject, serviceId: string) => `${subject.kind}:${subject.id}:${serviceId}`;

/** A draft as the database keeps it. */
export type Row = typeof flowTables.postgres.drafts.$inferSelect;

export function toDraft(row: Row): Draft {
  const { id, serviceId, version, answers, typed, edits, state, updatedAt } = row;
  const subject = { kind: row.subjectKind, id: row.subjectId };
  return { id, serviceId, version, answers, typed, edits, state, updatedAt, subject };
}
