import { and, desc, eq, inArray, lt, notInArray, or } from "drizzle-orm";
import { type CaseState, caseTables } from "~db/schema/cases";
import type { Subject } from "../../platform/actor";
import type { House } from "../../platform/house.server";
import { type CaseView, toCaseView } from "./records.server";
import { ended } from "./states";

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
 * Cases for staff, the newest first.
 * @param before the last case of the page before, as `<instant>_<id>`
 */
export async function listCases(
  house: House,
  filter: { states?: CaseState[]; serviceId?: string; before?: string },
): Promise<{ cases: CaseView[]; next: string | undefined }> {
  const { cases } = house.db.tables(caseTables);
  const [instant, id] = filter.before?.split("_") ?? [];
  const at = new Date(Number(instant));
  const older =
    id && !Number.isNaN(at.getTime())
      ? or(lt(cases.createdAt, at), and(eq(cases.createdAt, at), lt(cases.id, id)))
      : undefined;
  const rows = await house.db.q
    .select()
    .from(cases)
    .where(
      and(
        filter.states?.length ? inArray(cases.state, filter.states) : undefined,
        filter.serviceId ? eq(cases.serviceId, filter.serviceId) : undefined,
        older,
      ),
    )
    .orderBy(desc(cases.createdAt), desc(cases.id))
    .limit(pageSize + 1);
  const page = rows.slice(0, pageSize).map(toCaseView);
  const last = page.at(-1);
  return { cases: page, next: rows.length > pageSize && last ? `${last.createdAt.getTime()}_${last.id}` : undefined };
}
