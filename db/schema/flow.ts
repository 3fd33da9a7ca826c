import { declareTables } from "./kit";
import { provenance } from "./provenance";

/** An account and an instant (ISO). */
export interface Touch {
  by: string;
  at: string;
}

/** A page as it was opened once, by a word of its own, and how often it has saved what was typed into it. */
export type Turn = [page: string, count: number];

/** What was done to a step of a draft; who did it, where several people share the draft. */
export interface StepEdit {
  /** Who was at it last. */
  touched?: Touch;
  /** Who answered it last. */
  answered?: Touch;
  /** How often it was answered. */
  times: number;
  /** How often it was sent, right or wrong, by whose typed fields they were (`typedKey`). */
  sent?: Record<string, number>;
  /** The last save of each page that was typed into lately. */
  turns?: Turn[];
}

export const flowTables = declareTables((k) => {
  const drafts = k.table(
    "drafts",
    {
      id: k.id(),
      serviceId: k.text("service_id").notNull(),
      version: k.integer("version").notNull(),
      ...provenance(k),
      /** Checked answers by question id. */
      answers: k.json<Record<string, unknown>>("answers").notNull(),
      /** What was typed but not sent or not accepted yet: form fields by step id. */
      typed: k.json<Record<string, [string, string][]>>("typed").notNull(),
      /** By step id. */
      edits: k.json<Record<string, StepEdit>>("edits").notNull(),
      state: k.text("state").$type<"open" | "submitted">().notNull().default("open"),
      /** One open draft for a subject and service; empty once it is submitted. */
      openKey: k.text("open_key").unique(),
      createdAt: k.instant("created_at").notNull(),
      updatedAt: k.instant("updated_at").notNull(),
    },
    (t) => [
      k.index("drafts_subject").on(t.subjectKind, t.subjectId, t.state, t.updatedAt),
      k.index("drafts_updated").on(t.state, t.updatedAt),
    ],
  );
  /** A file that somebody added to an answer; its bytes stand under DATA_DIR/uploads. */
  const uploads = k.table(
    "uploads",
    {
      id: k.id(),
      draftId: k.text("draft_id").notNull(),
      questionId: k.text("question_id").notNull(),
      name: k.text("name").notNull(),
      type: k.text("type").notNull(),
      /** What it takes up, its small copy included. */
      bytes: k.integer("bytes").notNull(),
      /** The size of its small copy in pixels, where it is a picture. */
      smallWidth: k.integer("small_width"),
      smallHeight: k.integer("small_height"),
      createdAt: k.instant("created_at").notNull(),
    },
    (t) => [k.index("uploads_draft").on(t.draftId)],
  );
  /** How much is kept of what grows, so that nobody has to add it up: one row for all uploads. */
  const storageUsed = k.table("storage_used", {
    kind: k.text("kind").primaryKey(),
    bytes: k.integer("bytes").notNull(),
  });
  return { drafts, uploads, storageUsed };
});
