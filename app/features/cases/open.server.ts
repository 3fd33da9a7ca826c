import { caseTables } from "~db/schema/cases";
import { type Provenance, provenanceColumns } from "../../platform/actor";
import { audit } from "../../platform/audit.server";
import { blanks, type HotQuery } from "../../platform/db/database.server";
import type { House } from "../../platform/house.server";
import type { Language } from "../../platform/i18n/languages";
import { newId, newReference } from "../../platform/ids";
import { submissions } from "../../platform/metrics.server";
import { addEvent, type CaseRow, type CaseView, toCaseView } from "./records.server";
import { tellReceived } from "./tell.server";

export interface NewCase {
  draftId: string;
  serviceId: string;
  version: number;
  by: Provenance;
  locale: Language;
  contact: { name?: string; email?: string };
  answers: Record<string, unknown>;
  /** `unpaid` until its payment is decided. */
  state: "received" | "unpaid";
  team: string;
  /** `YYYY-MM-DD` */
  targetDate?: string;
  /** Whether its receipt leaves now; a booking or a payment is told of in words of its own. */
  tell: boolean;
}

const insertCase: HotQuery<Omit<CaseRow, "outcome" | "emailHeld">, CaseRow> = (q, db) => {
  const { cases } = db.tables(caseTables);
  const { subjectKind, subjectId, actorKind, actorId, channel, helperId } = blanks<CaseRow>();
  const { id, reference, draftId, serviceId, version, locale, contactName, contactEmail } = blanks<CaseRow>();
  const { answers, state, team, targetDate, createdAt, updatedAt } = blanks<CaseRow>();
  const who = { subjectKind, subjectId, actorKind, actorId, channel, helperId, locale, contactName, contactEmail };
  const what = { id, reference, draftId, serviceId, version, answers, state, team, targetDate, createdAt, updatedAt };
  return q
    .insert(cases)
    .values({ ...who, ...what })
    .onConflictDoNothing({ target: cases.reference })
    .returning();
};

/** A reference is taken twice once in about 10^11 cases; the next try is another. */
const tries = 5;

/**
 * Opens a case in the caller's transaction: the case, its first event and its receipt.
 * @throws where the draft already has a case: the draft is consumed first, so that this cannot be.
 */
export async function openCase(house: House, wanted: NewCase): Promise<CaseView> {
  const now = house.clock.now();
  for (let attempt = 1; attempt <= tries; attempt++) {
    const [row] = await house.db.run(insertCase, {
      id: newId(),
      reference: newReference(),
      draftId: wanted.draftId,
      serviceId: wanted.serviceId,
      version: wanted.version,
      ...provenanceColumns(wanted.by),
      locale: wanted.locale,
      contactName: wanted.contact.name ?? null,
      contactEmail: wanted.contact.email ?? null,
      answers: wanted.answers,
      state: wanted.state,
      team: wanted.team,
      targetDate: wanted.targetDate ?? null,
      createdAt: now,
      updatedAt: now,
    });
    if (!row) continue;
    const opened = toCaseView(row);
    await addEvent(house, opened.id, { kind: "state", state: wanted.state, by: wanted.by }, 0);
    await audit(house, wanted.by, {
      action: "case.opened",
      record: { kind: "case", id: opened.id },
      detail: { reference: opened.reference, service: opened.serviceId },
    });
    if (wanted.tell) await tellReceived(house, opened);
    submissions.inc({ service: wanted.serviceId });
    return opened;
  }
  throw new Error("No free reference was found in five tries: look at newReference().");
}
