import { and, eq } from "drizzle-orm";
import { flowTables, type Turn } from "~db/schema/flow";
import {
  bySystem,
  type Doer,
  isSame,
  type Provenance,
  provenanceColumns,
  provenanceOf,
  type Subject,
} from "../platform/actor";
import { audit, isWatched } from "../platform/audit.server";
import { type Context, may } from "../platform/context.server";
import { blank, blanks, type HotQuery, isDuplicate } from "../platform/db/database.server";
import { removeOverdue } from "../platform/db/overdue.server";
import type { House } from "../platform/house.server";
import { newId } from "../platform/ids";
import type { Right } from "../platform/rights";
import type { Service } from "../services/service";
import { type Draft, openKey, type Row, toDraft } from "./draft";
import type { Answers } from "./engine";
import type { Fields } from "./fields";
import { parts } from "./parts/parts.server";
import { stamp, typedKey } from "./sharing.server";
import { isPassed } from "./turns";
import { removeUploadsOf } from "./uploads/uploads.server";

/** How long an open draft is kept after it was last changed, in days. */
export const keptDays = 30;

const draftByKey: HotQuery<{ key: string }, Row> = (q, db) => {
  const { drafts } = db.tables(flowTables);
  return q
    .select()
    .from(drafts)
    .where(eq(drafts.openKey, blank("key")));
};
const draftById: HotQuery<{ id: string }, Row> = (q, db) => {
  const { drafts } = db.tables(flowTables);
  return q
    .select()
    .from(drafts)
    .where(eq(drafts.id, blank("id")));
};
/** A draft as it stands, held until the transaction ends. */
export const lockDraft: HotQuery<{ id: string }, Row> = (q, db) => {
  const { drafts } = db.tables(flowTables);
  const read = q
    .select()
    .from(drafts)
    .where(eq(drafts.id, blank("id")));
  return db.dialect === "postgres" ? read.for("update") : read;
};
const saveDraft: HotQuery<Pick<Row, "id" | "answers" | "typed" | "edits" | "version" | "updatedAt">, never> = (
  q,
  db,
) => {
  const { drafts } = db.tables(flowTables);
  const set = {
    answers: blank<Answers>("answers"),
    typed: blank<Draft["typed"]>("typed"),
    edits: blank<Draft["edits"]>("edits"),
    version: blank<number>("version"),
  };
  return q
    .update(drafts)
    .set({ ...set, updatedAt: blank<Date>("updatedAt") })
    .where(eq(drafts.id, blank("id")));
};

const insertDraft: HotQuery<Omit<Row, "state">, Row> = (q, db) => {
  const { drafts } = db.tables(flowTables);
  const { id, serviceId, version, subjectKind, subjectId, actorKind, actorId, channel, helperId } = blanks<Row>();
  const { answers, typed, edits, openKey, createdAt, updatedAt } = blanks<Row>();
  const who = { subjectKind, subjectId, actorKind, actorId, channel, helperId };
  const what = { id, serviceId, version, answers, typed, edits, openKey, createdAt, updatedAt };
  return q
    .insert(drafts)
    .values({ ...who, ...what })
    .returning();
};
const closeDraft: HotQuery<{ id: string; updatedAt: Date }, never> = (q, db) => {
  const { drafts } = db.tables(flowTables);
  return q
    .update(drafts)
    .set({ state: "submitted", openKey: null, typed: {}, updatedAt: blank<Date>("updatedAt") })
    .where(eq(drafts.id, blank("id")));
};

/** The open draft of somebody for a service. */
export async function findDraft(house: House, subject: Subject, serviceId: string): Promise<Draft | undefined> {
  const [row] = await house.db.run(draftByKey, { key: openKey(subject, serviceId) });
  return row && toDraft(row);
}

/** A draft by its id, sent or not, where the reader may do this to it: their own, or their organisation's; else undefined. */
export async function findDraftFor(
  context: Context,
  id: string | undefined,
  right: Extract<Right, `draft.${string}`>,
): Promise<Draft | undefined> {
  if (id === undefined) return undefined;
  const [row] = await context.db.run(draftById, { id });
  return row && may(context, right, provenanceOf(row).subject) ? toDraft(row) : undefined;
}

/** The draft of this subject, whoever asks; another's is not found. */
export async function findDraftById(house: House, subject: Subject, id: string): Promise<Draft | undefined> {
  const [row] = await house.db.run(draftById, { id });
  return row && isSame(subject, provenanceOf(row).subject) ? toDraft(row) : undefined;
}

/** The open draft of somebody for a service, begun now where there is none. Two requests at once get the same one. */
export async function ensureDraft(house: House, by: Provenance, service: Service): Promise<Draft> {
  const { subject } = by;
  const found = await findDraft(house, subject, service.id);
  if (found) return found;
  const now = house.clock.now();
  try {
    return await house.db.transaction(async () => {
      const [row] = await house.db.run(insertDraft, {
        id: newId(),
        serviceId: service.id,
        version: service.version,
        ...provenanceColumns(by),
        answers: {},
        typed: {},
        edits: {},
        openKey: openKey(subject, service.id),
        createdAt: now,
        updatedAt: now,
      });
      const draft = toDraft(row!);
      await auditDraft(house, draft, { by, action: "draft.begun" });
      return draft;
    });
  } catch (error) {
    const other = isDuplicate(error) ? await findDraft(house, subject, service.id) : undefined;
    if (other) return other;
    throw error;
  }
}

/**
 * Changes an open draft. It is read again inside the transaction, so that two pages saved at once keep both.
 * @param change what is to be other than it is; undefined where nothing is
 * @param deed what the change is called where it is written down: in the same transaction
 * @returns the draft as it is now; undefined where it is no longer open
 */
export async function changeDraft(
  house: House,
  id: string,
  change: (draft: Draft) => Partial<Pick<Draft, "answers" | "typed" | "edits" | "version">> | undefined,
  deed?: DraftDeed,
): Promise<Draft | undefined> {
  return house.db.transaction(async () => {
    const [row] = await house.db.run(lockDraft, { id });
    if (row?.state !== "open") return undefined;
    const { answers, typed, edits, version } = row;
    const wanted = change(toDraft(row));
    if (!wanted) return toDraft(row);
    const changed = { answers, typed, edits, version, ...wanted, updatedAt: house.clock.now() };
    await house.db.run(saveDraft, { id, ...changed });
    const draft = toDraft({ ...row, ...changed });
    if (deed) await auditDraft(house, draft, deed);
    return draft;
  });
}

/** What is done to a draft, and by whom. */
interface DraftDeed {
  by: Doer;
  action: `draft.${string}`;
  detail?: Record<string, string>;
}

/** Writes down what was done to a draft that several people share, in the transaction that does it. */
async function auditDraft(
  house: House,
  { id, serviceId, subject }: Draft,
  { by, action, detail = {} }: DraftDeed,
): Promise<void> {
  if (!isWatched(subject)) return;
  const record = { kind: "draft", id };
  await audit(house, { ...by, subject }, { action, record, detail: { service: serviceId, ...detail } });
}

/**
 * Keeps what was typed at a step and is not an answer yet.
 * @param order what tells whether it is older than what the draft has by now, and is left out
 */
export const keepTyped = (
  context: Context,
  id: string,
  stepId: string,
  fields: Fields,
  { isLate, turn }: Partial<Order> = {},
): Promise<Draft | undefined> =>
  changeDraft(context, id, (draft) => {
    if (isLate?.(draft) || (turn && isPassed(draft.edits[stepId]?.turns, turn))) return undefined;
    const typed = { ...draft.typed, [typedKey(context, draft, stepId)]: fields.pairs };
    return { typed, edits: stamp(context, draft, stepId, "typed", turn) };
  });

/** When something was typed, beside what else becomes of its step. */
export interface Order {
  /** Whether the step was sent since. */
  isLate: (draft: Draft) => boolean;
  turn: Turn | undefined;
}

/**
 * Takes a draft for sending, inside the caller's transaction: only the first of several gets it.
 * @param answers those that were looked over, so that none that was given meanwhile is sent unseen or left behind
 * @returns `sent` where another was quicker, `changed` where the draft has other answers by now
 */
export async function consumeDraft(house: House, id: string, answers: Answers): Promise<"taken" | "sent" | "changed"> {
  const [row] = await house.db.run(lockDraft, { id });
  if (row?.state !== "open") return "sent";
  if (JSON.stringify(row.answers) !== JSON.stringify(answers)) return "changed";
  await house.db.run(closeDraft, { id, updatedAt: house.clock.now() });
  return "taken";
}

/** Throws somebody's own open draft away. */
export async function discardDraft(house: House, by: Provenance, id: string): Promise<void> {
  const { subject } = by;
  const { drafts } = house.db.tables(flowTables);
  const own = and(
    eq(drafts.id, id),
    eq(drafts.subjectKind, subject.kind),
    eq(drafts.subjectId, subject.id),
    eq(drafts.state, "open"),
  );
  const gone = await house.db.transaction(async () => {
    const rows = await house.db.q.delete(drafts).where(own).returning();
    for (const row of rows) await auditDraft(house, toDraft(row), { by, action: "draft.discarded" });
    if (rows.length > 0) await tellDiscarded(house, [id]);
    return rows;
  });
  if (gone.length > 0) await removeUploadsOf(house, [id]);
}

/** Throws away all that somebody has begun and not sent, with its files. */
export async function discardDraftsOf(house: House, subject: Subject): Promise<void> {
  const { drafts } = house.db.tables(flowTables);
  const own = and(eq(drafts.subjectKind, subject.kind), eq(drafts.subjectId, subject.id), eq(drafts.state, "open"));
  const gone = await house.db.transaction(async () => {
    const rows = await house.db.q.delete(drafts).where(own).returning({ id: drafts.id });
    const ids = rows.map(({ id }) => id);
    await tellDiscarded(house, ids);
    return ids;
  });
  await removeUploadsOf(house, gone);
}

async function tellDiscarded(house: House, ids: string[]): Promise<void> {
  for (const id of ids) for (const part of parts) await part.discard?.(house, id);
}

/** Removes open drafts that nobody has touched for 30 days, with their files. */
export async function forgetOldDrafts(house: House): Promise<void> {
  const { drafts } = house.db.tables(flowTables);
  const before = new Date(house.clock.now().getTime() - keptDays * 24 * 60 * 60 * 1000);
  const gone: string[] = [];
  const old = { from: drafts, id: drafts.id, instant: drafts.updatedAt, before, of: eq(drafts.state, "open") };
  await removeOverdue(house.db, old, async (which) => {
    const rows = await house.db.q.delete(drafts).where(which).returning();
    for (const row of rows)
      await auditDraft(house, toDraft(row), { by: bySystem(provenanceOf(row)), action: "draft.forgotten" });
    const ids = rows.map(({ id }) => id);
    await tellDiscarded(house, ids);
    gone.push(...ids);
  });
  await removeUploadsOf(house, gone);
}
