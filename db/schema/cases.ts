import { declareTables } from "./kit";
import { type ActorKind, provenance } from "./provenance";

export type CaseState =
  | "unpaid"
  | "received"
  | "in-progress"
  | "waiting-for-you"
  | "done"
  | "closed"
  | "cancelled"
  | "withdrawn"
  | "reopened";

export const caseTables = declareTables((k) => {
  const cases = k.table(
    "cases",
    {
      id: k.id(),
      reference: k.text("reference").notNull().unique(),
      /** The draft it came from: a draft makes one case, however often it is sent. */
      draftId: k.text("draft_id").notNull().unique(),
      serviceId: k.text("service_id").notNull(),
      version: k.integer("version").notNull(),
      ...provenance(k),
      locale: k.text("locale").notNull(),
      contactName: k.text("contact_name"),
      contactEmail: k.text("contact_email"),
      /** A message about it did not leave: too many had gone to that address. */
      emailHeld: k.boolean("email_held"),
      answers: k.json<Record<string, unknown>>("answers").notNull(),
      state: k.text("state").$type<CaseState>().notNull(),
      outcome: k.text("outcome"),
      team: k.text("team").notNull(),
      /** The calendar date promised, by the service standard. */
      targetDate: k.date("target_date"),
      createdAt: k.instant("created_at").notNull(),
      updatedAt: k.instant("updated_at").notNull(),
    },
    (t) => [
      k.index("cases_own").on(t.subjectKind, t.subjectId, t.createdAt, t.id),
      k.index("cases_own_of_state").on(t.subjectKind, t.subjectId, t.state, t.createdAt, t.id),
      // The lists of staff: each page of one state is read from these alone, however many cases there are.
      k.index("cases_of_state").on(t.state, t.createdAt, t.id),
      k.index("cases_of_service").on(t.serviceId, t.state, t.createdAt, t.id),
    ],
  );
  const caseEvents = k.table(
    "case_events",
    {
      id: k.id(),
      caseId: k
        .text("case_id")
        .notNull()
        .references(() => cases.id),
      /** 1 for the first event of a case, and on without a gap. */
      number: k.integer("number").notNull(),
      kind: k.text("kind").$type<"state" | "note" | "payment" | "booking">().notNull(),
      state: k.text("state").$type<CaseState>(),
      note: k.text("note"),
      /** Values for the text of a payment or booking event. */
      detail: k.json<Record<string, unknown>>("detail"),
      byKind: k.text("by_kind").$type<ActorKind>().notNull(),
      byId: k.text("by_id"),
      at: k.instant("at").notNull(),
    },
    (t) => [k.uniqueIndex("case_events_number").on(t.caseId, t.number)],
  );
  /** A code sent by email to somebody who wants to see one case without an account. */
  const caseCodes = k.table(
    "case_codes",
    {
      /** SHA-256 of the token in the link. */
      id: k.id(),
      /** Keyed hash of the six digits. */
      codeHash: k.text("code_hash").notNull(),
      caseId: k
        .text("case_id")
        .notNull()
        .references(() => cases.id),
      expiresAt: k.instant("expires_at").notNull(),
      usedAt: k.instant("used_at"),
      tries: k.integer("tries").notNull().default(0),
      /** The guest's number of the browser that asked: the six digits are good there only. */
      askedBy: k.text("asked_by"),
    },
    (t) => [k.index("case_codes_case").on(t.caseId, t.expiresAt), k.index("case_codes_expires").on(t.expiresAt)],
  );
  /** A guest who has shown a code may see that case for a while. */
  const caseGrants = k.table(
    "case_grants",
    {
      guestId: k.text("guest_id").notNull(),
      caseId: k
        .text("case_id")
        .notNull()
        .references(() => cases.id),
      expiresAt: k.instant("expires_at").notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.guestId, t.caseId] }), k.index("case_grants_expires").on(t.expiresAt)],
  );
  return { cases, caseEvents, caseCodes, caseGrants };
});
