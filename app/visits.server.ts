import { endSessionsOfVisit } from "./features/accounts/accounts.server";
import { forgetAccessOf } from "./features/cases/cases.server";
import {
  beginVisit,
  closeVisit,
  listForgottenVisits,
  type OpenVisit,
  openVisitOf,
  revokeKiosk,
} from "./features/kiosks/kiosks.server";
import { discardDraftsOf } from "./flow/flow.server";
import type { Doer } from "./platform/actor";
import type { Context, Kiosk } from "./platform/context.server";
import type { House } from "./platform/house.server";

/**
 * What ends with a visit to a kiosk: its sessions, what was begun and not sent or taken along, and what was shown by a
 * code. Cases that were sent stay.
 */
export async function endVisit(house: House, visit: OpenVisit): Promise<void> {
  await house.db.transaction(async () => {
    if (!(await closeVisit(house, visit))) return;
    await endSessionsOfVisit(house, visit);
    await forgetAccessOf(house, visit.guestId);
    await discardDraftsOf(house, { kind: "guest", id: visit.guestId });
  });
}

/** Begins a visit at the kiosk that asks, in place of one that nobody ended. */
export async function startVisit(context: Context, kiosk: Kiosk): Promise<void> {
  const old = await openVisitOf(context, kiosk.id);
  if (old) await endVisit(context, old);
  // Of two taps at once, the second goes on with the visit of the first.
  const visit = await beginVisit(context, kiosk);
  if (!visit) return;
  kiosk.visit = visit;
  await context.startSession({});
}

/** Takes a kiosk out of use: whoever is at it is at its end too. */
export async function closeKiosk(house: House, by: Doer, id: string): Promise<void> {
  await house.db.transaction(async () => {
    const visit = await openVisitOf(house, id);
    if (visit) await endVisit(house, visit);
    await revokeKiosk(house, by, id);
  });
}

/** Ends the visits whose screen nobody has touched for too long. */
export async function endForgottenVisits(house: House): Promise<void> {
  for (const visit of await listForgottenVisits(house)) await endVisit(house, visit);
}
