import { and, desc, eq, inArray, lt, lte, notInArray, or } from "drizzle-orm";
import { type CaseState, caseTables } from "~db/schema/cases";
import type { Subject } from "../../platform/actor";
import type { House } from "../../platform/house.server";
import { type CaseView, toCaseView } from "./records.server";
import { allStates, ended } from "./states";

/** Somebody's cases, the newest first. */
export async function listOwnCases(
  house: House,
  subject: Subject,
  options: { onlyOpen?: boolean; limit?: number } = {},
): Promise<CaseView[]> {
  const { cases } = house.db.tables(caseTables);
  const own = and(eq(cases.subjectKind, subject.kind), eq(cases.subjectId, subject.id));
  const rows = await house.db.q
    .select()
    .from(cases)
    .where(options.onlyOpen ? and(own, notInArray(cases.state, ended)) : own)
    .orderBy(desc(cases.createdAt), desc(cases.id))
    .limit(options.limit ?? 200);
  return rows.map(toCaseView);
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
  const states = filter.states ?? allStates;
  const ofEach = await Promise.all(states.map((state) => keysOfState(house, state, filter)));
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

function keysOfState(
  house: House,
  state: CaseState,
  { serviceId, before }: { serviceId?: string; before?: string },
): Promise<Key[]> {
  const { cases } = house.db.tables(caseTables);
  const { id, createdAt } = cases;
  return house.db.q
    .select({ id, createdAt })
    .from(cases)
    .where(
      and(serviceId ? eq(cases.serviceId, serviceId) : undefined, eq(cases.state, state), olderThan(cases, before)),
    )
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
