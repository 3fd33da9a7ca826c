import { and, desc, eq, inArray, lt, lte, or, type SQL } from "drizzle-orm";
import { type CaseState, caseTables } from "~db/schema/cases";
import type { Subject } from "../../platform/actor";
import { blank, type HotQuery } from "../../platform/db/database.server";
import type { House } from "../../platform/house.server";
import { type CaseView, toCaseView } from "./records.server";
import { allStates, isEnded } from "./states";

const notEnded = allStates.filter((state) => !isEnded(state));

/** Somebody's cases, the newest first. */
export async function listOwnCases(
  house: House,
  subject: Subject,
  options: { onlyOpen?: boolean; limit?: number } = {},
): Promise<CaseView[]> {
  const { cases } = house.db.tables(caseTables);
  const own = and(eq(cases.subjectKind, subject.kind), eq(cases.subjectId, subject.id));
  const limit = options.limit ?? 200;
  if (options.onlyOpen) return listOpen(house, subject, limit);
  const rows = await house.db.q
    .select()
    .from(cases)
    .where(own)
    .orderBy(desc(cases.createdAt), desc(cases.id))
    .limit(limit);
  return rows.map(toCaseView);
}

type Row = (typeof caseTables)["postgres"]["cases"]["$inferSelect"];

const ownOfState: HotQuery<{ kind: string; id: string; state: string; limit: number }, Row> = (q, db) => {
  const { cases } = db.tables(caseTables);
  const { subjectKind, subjectId, state, createdAt, id } = cases;
  return q
    .select()
    .from(cases)
    .where(and(eq(subjectKind, blank("kind")), eq(subjectId, blank("id")), eq(state, blank("state"))))
    .orderBy(desc(createdAt), desc(id))
    .limit(blank("limit"));
};

/** Those that go on, without reading past all that have ended. */
async function listOpen(house: House, { kind, id }: Subject, limit: number): Promise<CaseView[]> {
  const ofEach = await Promise.all(notEnded.map((state) => house.db.run(ownOfState, { kind, id, state, limit })));
  return ofEach.flat().map(toCaseView).sort(newestFirst).slice(0, limit);
}

export const pageSize = 50;

/**
 * Cases for staff, the newest first. Each state is read for itself, in the order of an index and no further than
 * a page, so that a list takes as long with a million cases as with a thousand.
 * @param before the last case of the page before, as `<instant>_<id>`
 */
export async function listCases(
  house: House,
  filter: { states?: readonly CaseState[]; serviceId?: string; before?: string },
): Promise<{ cases: CaseView[]; next: string | undefined }> {
  const { cases } = house.db.tables(caseTables);
  const { states = allStates, serviceId, before } = filter;
  const of = and(serviceId ? eq(cases.serviceId, serviceId) : undefined, olderThan(cases, before));
  const ofEach = await Promise.all(states.map((state) => keysOfState(house, and(of, eq(cases.state, state)))));
  const keys = ofEach.flat().sort(newestFirst);
  const ids = keys.slice(0, pageSize).map(({ id }) => id);
  const rows = ids.length ? await house.db.q.select().from(cases).where(inArray(cases.id, ids)) : [];
  const page = rows.map(toCaseView).sort(newestFirst);
  const last = page.at(-1);
  return { cases: page, next: keys.length > pageSize && last ? `${last.createdAt.getTime()}_${last.id}` : undefined };
}

interface Key {
  id: string;
  createdAt: Date;
}

const newestFirst = (a: Key, b: Key) =>
  b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);

function keysOfState(house: House, where: SQL | undefined): Promise<Key[]> {
  const { id, createdAt } = house.db.tables(caseTables).cases;
  return house.db.q
    .select({ id, createdAt })
    .from(house.db.tables(caseTables).cases)
    .where(where)
    .orderBy(desc(createdAt), desc(id))
    .limit(pageSize + 1);
}

/** Begins with a plain bound on the time: with `or` outermost no database reads on from there in the index. */
function olderThan({ id, createdAt }: (typeof caseTables)["postgres"]["cases"], before = "") {
  const [instant, lastId] = before.split("_");
  const at = new Date(Number(instant));
  if (!lastId || Number.isNaN(at.getTime())) return undefined;
  return and(lte(createdAt, at), or(lt(createdAt, at), lt(id, lastId)));
}
