import { and, eq, gt } from "drizzle-orm";
import { caseTables } from "~db/schema/cases";
import { isWatched } from "../../platform/audit.server";
import type { Context } from "../../platform/context.server";
import { standingOf } from "../../platform/context.server";
import { removeOverdue } from "../../platform/db/overdue.server";
import type { House } from "../../platform/house.server";
import { allows, type Right } from "../../platform/rights";
import { type CaseView, findCase } from "./records.server";

/**
 * Whether a code that is sent to its mailbox opens a case. Not where several people share it: who has left keeps the
 * mailbox, and those who are there open it as members.
 */
export const opensByCode = ({ subject }: CaseView): boolean => !isWatched(subject);

/** The case, where the reader may do this to it: it is their own, their organisation's, or they have shown the code that was sent to its mailbox; else undefined. */
export async function findCaseFor(
  context: Context,
  by: { caseId: string } | { reference: string } | { draftId: string },
  right: Extract<Right, `case.${string}` | `payment.${string}`> = "case.see",
): Promise<CaseView | undefined> {
  const view = await findCase(context, "caseId" in by ? { id: by.caseId } : by);
  if (!view) return undefined;
  const standing = standingOf(context, view.subject) ?? ((await hasGrant(context, view)) ? "code" : undefined);
  return allows(standing, right) ? view : undefined;
}

async function hasGrant(context: Context, view: CaseView): Promise<boolean> {
  const { guestId } = context.session ?? {};
  if (!guestId || !opensByCode(view)) return false;
  const { caseGrants } = context.db.tables(caseTables);
  const rows = await context.db.q
    .select({ caseId: caseGrants.caseId })
    .from(caseGrants)
    .where(
      and(
        eq(caseGrants.guestId, guestId),
        eq(caseGrants.caseId, view.id),
        gt(caseGrants.expiresAt, context.clock.now()),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

/** Gives a guest's cases to the account that they signed in to, in the caller's transaction. */
export async function adoptCases(house: House, guestId: string, accountId: string): Promise<void> {
  const { cases } = house.db.tables(caseTables);
  await house.db.q
    .update(cases)
    .set({ subjectKind: "account", subjectId: accountId })
    .where(and(eq(cases.subjectKind, "guest"), eq(cases.subjectId, guestId)));
}

/** Removes codes and grants whose time is over. */
export async function forgetOldAccess(house: House): Promise<void> {
  const { caseCodes, caseGrants } = house.db.tables(caseTables);
  const now = house.clock.now();
  const codes = { from: caseCodes, id: caseCodes.id, instant: caseCodes.expiresAt };
  const grants = { from: caseGrants, id: caseGrants.guestId, instant: caseGrants.expiresAt };
  for (const one of [codes, grants]) await removeOverdue(house.db, { ...one, before: now });
}

/** Takes away from a guest what they were shown by a code. */
export async function forgetAccessOf(house: House, guestId: string): Promise<void> {
  const { caseGrants } = house.db.tables(caseTables);
  await house.db.transaction(() => house.db.q.delete(caseGrants).where(eq(caseGrants.guestId, guestId)));
}
