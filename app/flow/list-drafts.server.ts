import { and, desc, eq, gte, inArray } from "drizzle-orm";
import { flowTables } from "~db/schema/flow";
import type { Subject } from "../platform/actor";
import type { House } from "../platform/house.server";
import { type Draft, toDraft } from "./draft";

/** Open drafts of somebody, the newest first. Look-ups are no drafts that anybody wants back. */
export async function listDrafts(house: House, subject: Subject, lookUps: string[], limit = 50): Promise<Draft[]> {
  const { drafts } = house.db.tables(flowTables);
  const own = and(eq(drafts.subjectKind, subject.kind), eq(drafts.subjectId, subject.id), eq(drafts.state, "open"));
  const rows = await house.db.q.select().from(drafts).where(own).orderBy(desc(drafts.updatedAt)).limit(limit);
  return rows.filter((row) => !lookUps.includes(row.serviceId)).map(toDraft);
}

/** More than anybody works on while they are helped. */
const workedMost = 50;

/** What somebody has worked on since then, sent or not, the newest first. */
export async function listWorkedOn(house: House, subject: Subject, since: Date): Promise<Draft[]> {
  const { drafts } = house.db.tables(flowTables);
  const { subjectKind, subjectId, updatedAt } = drafts;
  // Each state for itself, in the order of the index.
  const ofState = (state: Draft["state"]) =>
    house.db.q
      .select()
      .from(drafts)
      .where(
        and(eq(subjectKind, subject.kind), eq(subjectId, subject.id), eq(drafts.state, state), gte(updatedAt, since)),
      )
      .orderBy(desc(updatedAt))
      .limit(workedMost);
  const both = (await Promise.all([ofState("open"), ofState("submitted")])).flat().map(toDraft);
  return both.sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime());
}

/** Which of these drafts there are, sent ones too: for who keeps something as long as they are there. */
export async function findDrafts(house: House, ids: string[]): Promise<string[]> {
  const { drafts } = house.db.tables(flowTables);
  const rows = await house.db.q.select({ id: drafts.id }).from(drafts).where(inArray(drafts.id, ids));
  return rows.map(({ id }) => id);
}

/** About which of these there are drafts, sent ones too. */
export async function findSubjects(house: House, kind: Subject["kind"], ids: string[]): Promise<string[]> {
  const { drafts } = house.db.tables(flowTables);
  const rows = await house.db.q
    .select({ id: drafts.subjectId })
    .from(drafts)
    .where(and(eq(drafts.subjectKind, kind), inArray(drafts.subjectId, ids)));
  return [...new Set(rows.map(({ id }) => id))];
}
