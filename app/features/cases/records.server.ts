import { asc, eq, max } from "drizzle-orm";
import { type CaseState, caseTables } from "~db/schema/cases";
import { type ActorKind, type Doer, type Provenance, provenanceOf, type Subject } from "../../platform/actor";
import { blank, blanks, type HotQuery } from "../../platform/db/database.server";
import type { House } from "../../platform/house.server";
import { newId } from "../../platform/ids";

/** A case as pages and other features see it. */
export interface CaseView {
  id: string;
  reference: string;
  draftId: string;
  serviceId: string;
  subject: Subject;
  /** Who sent it, for whom, which way and with whose help. */
  by: Provenance;
  locale: string;
  contact: { name?: string; email?: string };
  /** A message about it did not leave: too many had gone to that address. */
  emailHeld: boolean;
  answers: Record<string, unknown>;
  state: CaseState;
  outcome?: string;
  team: string;
  /** `YYYY-MM-DD` */
  targetDate?: string;
  createdAt: Date;
  updatedAt: Date;
}

export interface CaseEvent {
  number: number;
  kind: "state" | "note" | "payment" | "booking";
  state?: CaseState;
  note?: string;
  detail?: Record<string, unknown>;
  byKind: ActorKind;
  at: Date;
}

export type CaseRow = typeof caseTables.postgres.cases.$inferSelect;

export function toCaseView(row: CaseRow): CaseView {
  return {
    id: row.id,
    reference: row.reference,
    draftId: row.draftId,
    serviceId: row.serviceId,
    subject: { kind: row.subjectKind, id: row.subjectId },
    by: provenanceOf(row),
    locale: row.locale,
    contact: { name: row.contactName ?? undefined, email: row.contactEmail ?? undefined },
    emailHeld: row.emailHeld ?? false,
    answers: row.answers,
    state: row.state,
    outcome: row.outcome ?? undefined,
    team: row.team,
    targetDate: row.targetDate ?? undefined,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}

const caseBy = (key: "id" | "reference" | "draftId"): HotQuery<{ key: string }, CaseRow> => {
  return (q, db) => {
    const { cases } = db.tables(caseTables);
    return q
      .select()
      .from(cases)
      .where(eq(cases[key], blank("key")));
  };
};
const casesBy = { id: caseBy("id"), reference: caseBy("reference"), draftId: caseBy("draftId") };

export async function findCase(
  house: House,
  by: { id: string } | { reference: string } | { draftId: string },
): Promise<CaseView | undefined> {
  const [[key, value]] = Object.entries(by) as [[keyof typeof casesBy, string]];
  const [row] = await house.db.run(casesBy[key], { key: value });
  return row && toCaseView(row);
}

/** A case, locked until the caller's transaction ends, so that two changes at once follow one another. */
export async function lockCase(house: House, id: string): Promise<CaseView | undefined> {
  const { cases } = house.db.tables(caseTables);
  const read = house.db.q.select().from(cases).where(eq(cases.id, id)).limit(1);
  const rows = await (house.db.dialect === "postgres" ? read.for("update") : read);
  return rows[0] && toCaseView(rows[0]);
}

export type NewEvent = Omit<CaseEvent, "number" | "at" | "byKind"> & { by: Doer };

type EventRow = typeof caseTables.postgres.caseEvents.$inferSelect;

const lastNumber: HotQuery<{ caseId: string }, { number: number | null }> = (q, db) => {
  const { caseEvents } = db.tables(caseTables);
  return q
    .select({ number: max(caseEvents.number) })
    .from(caseEvents)
    .where(eq(caseEvents.caseId, blank("caseId")));
};
const eventsOf: HotQuery<{ caseId: string }, EventRow> = (q, db) => {
  const { caseEvents } = db.tables(caseTables);
  return q
    .select()
    .from(caseEvents)
    .where(eq(caseEvents.caseId, blank("caseId")))
    .orderBy(asc(caseEvents.number));
};

const insertEvent: HotQuery<Omit<EventRow, "detail">, never> = (q, db) => {
  const { caseEvents } = db.tables(caseTables);
  const { id, caseId, number, kind, state, note, byKind, byId, at } = blanks<EventRow>();
  return q.insert(caseEvents).values({ id, caseId, number, kind, state, note, byKind, byId, at });
};

/**
 * Adds an event to a case's timeline, in the caller's transaction.
 * @param before the number of the event before it, where the caller knows: 0 for the first
 */
export async function addEvent(house: House, caseId: string, event: NewEvent, before?: number): Promise<void> {
  const { caseEvents } = house.db.tables(caseTables);
  const last = before ?? Number((await house.db.run(lastNumber, { caseId }))[0]?.number ?? 0);
  const row = {
    id: newId(),
    caseId,
    number: last + 1,
    kind: event.kind,
    state: event.state ?? null,
    note: event.note ?? null,
    byKind: event.by.actor.kind,
    byId: event.by.actor.id,
    at: house.clock.now(),
  };
  if (event.detail) await house.db.q.insert(caseEvents).values({ ...row, detail: event.detail });
  else await house.db.run(insertEvent, row);
}

/** A case's timeline, the first event first. */
export async function listEvents(house: House, caseId: string): Promise<CaseEvent[]> {
  const rows = await house.db.run(eventsOf, { caseId });
  return rows.map((row) => ({
    number: row.number,
    kind: row.kind,
    state: row.state ?? undefined,
    note: row.note ?? undefined,
    detail: row.detail ?? undefined,
    byKind: row.byKind,
    at: row.at,
  }));
}

/** Changes a case's row, in the caller's transaction. */
export async function updateCase(house: House, id: string, set: Partial<CaseRow>): Promise<void> {
  const { cases } = house.db.tables(caseTables);
  await house.db.q
    .update(cases)
    .set({ ...set, updatedAt: house.clock.now() })
    .where(eq(cases.id, id));
}
