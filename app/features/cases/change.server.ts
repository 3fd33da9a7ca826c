import type { CaseState } from "~db/schema/cases";
import { bySystem, type Doer } from "../../platform/actor";
import { audit, type Deed, isWatched } from "../../platform/audit.server";
import type { House } from "../../platform/house.server";
import { err, ok, type Result } from "../../platform/result";
import { cancelPlace } from "./booking.server";
import { addEvent, type CaseView, lockCase, updateCase } from "./records.server";
import { isEnded, mayFollow } from "./states";
import { tellCancelled, tellChanged } from "./tell.server";

/**
 * Moves a case to another state, with a note that the resident sees. One that ends undone gives its booked place back.
 * Whatever happens with it, its people are told once.
 * @returns `not-allowed` where that state cannot follow: somebody else may have been quicker
 */
export async function changeState(
  house: House,
  caseId: string,
  change: { to: CaseState; outcome?: string | undefined; note?: string | undefined; by: Doer },
): Promise<Result<CaseView, "not-allowed">> {
  return house.db.transaction(async () => {
    const view = await lockCase(house, caseId);
    if (!view || !mayFollow(view.state, change.to)) return err("not-allowed");
    await move(house, view, change);
    const now: CaseView = { ...view, state: change.to, outcome: outcomeOf(change) };
    const given = isEnded(change.to) && change.to !== "done" ? await cancelPlace(house, now, change.by) : undefined;
    if (given) await tellCancelled(house, now, given, change.note, change.by);
    else await tellChanged(house, now, change.note, change.by);
    return ok(now);
  });
}

/** Adds a note that the resident sees, without a change of state, and tells them. */
export async function addNote(house: House, caseId: string, note: string, by: Doer): Promise<void> {
  await house.db.transaction(async () => {
    const view = await lockCase(house, caseId);
    if (!view) return;
    await addEvent(house, caseId, { kind: "note", note, by });
    await auditChange(house, view, by, "case.noted");
    await updateCase(house, caseId, {});
    await tellChanged(house, view, note, by);
  });
}

/** A payment came in for a case: it goes on, or is done where the payment was all there was to do. */
export async function markPaid(
  house: House,
  caseId: string,
  payment: { id: string; amountPence: number; settles: boolean },
): Promise<CaseView | undefined> {
  return house.db.transaction(async () => {
    const view = await lockCase(house, caseId);
    if (!view) return undefined;
    const detail = { amountPence: payment.amountPence, paymentId: payment.id };
    await addEvent(house, caseId, { kind: "payment", detail, by: bySystem(view.by) });
    if (view.state !== "unpaid") return view;
    const to: CaseState = payment.settles ? "done" : "received";
    await move(house, view, { to, by: bySystem(view.by) });
    const now: CaseView = { ...view, state: to };
    return now;
  });
}

/** Nothing was paid: the case waits, and its person may try again. It stands on the timeline once. */
export async function markPaymentEnded(house: House, caseId: string): Promise<void> {
  await house.db.transaction(async () => {
    const view = await lockCase(house, caseId);
    if (view?.state !== "unpaid") return;
    await addEvent(house, caseId, { kind: "payment", detail: { ended: true }, by: bySystem(view.by) });
  });
}

type Move = { to: CaseState; outcome?: string | undefined; note?: string | undefined; by: Doer };

async function move(house: House, view: CaseView, change: Move): Promise<void> {
  await updateCase(house, view.id, { state: change.to, outcome: outcomeOf(change) ?? null });
  await addEvent(house, view.id, { kind: "state", state: change.to, note: change.note, by: change.by });
  await auditChange(house, view, change.by, "case.moved", {
    from: view.state,
    to: change.to,
    ...(change.outcome && { outcome: change.outcome }),
  });
}

/** What a case came to: one of its service's outcomes, else the state in which it ended. */
const outcomeOf = ({ to, outcome }: Pick<Move, "to" | "outcome">) => (isEnded(to) ? (outcome ?? to) : undefined);

/** Writes down that a member of staff has read what somebody told. */
export const auditRead = (house: House, view: CaseView, by: Doer): Promise<void> =>
  auditChange(house, view, by, "case.read");

/** Writes down that staff, or one of several people who share a case, have looked at it. One's own is nobody's business. */
export async function auditLook(house: House, view: CaseView, by: Doer): Promise<void> {
  if (by.actor.kind === "staff") await auditRead(house, view, by);
  else if (isWatched(view.subject)) await auditChange(house, view, by, "case.seen");
}

const auditChange = (house: House, view: CaseView, by: Doer, action: string, detail: Deed["detail"] = {}) =>
  audit(
    house,
    { ...by, subject: view.subject },
    { action, record: { kind: "case", id: view.id }, detail: { reference: view.reference, ...detail } },
  );
