import { endSessionsOfVisit, findAccountOfVisit } from "./features/accounts/accounts.server";
import { forgetAccessOf } from "./features/cases/cases.server";
import {
  beginVisit,
  claimHandover,
  closeVisit,
  endHelp,
  findHandoverBySlip,
  findHelpOfVisit,
  type HandoverView,
  type HelpView,
  holdHandovers,
  isVisitOpen,
  listEndedVisits,
  listForgottenVisits,
  makeHandover,
  type OpenVisit,
  openVisitOf,
  revokeKiosk,
  sayYes,
  stopHandover,
  takeHandover,
} from "./features/kiosks/kiosks.server";
import { sendMessage } from "./features/notifications/notifications.server";
import { type Draft, discardDraftsOf, findDraftById, giveDraft, listWorkedOn } from "./flow/flow.server";
import type { Doer, Subject } from "./platform/actor";
import { audit } from "./platform/audit.server";
import { type Context, doerOf, type Kiosk } from "./platform/context.server";
import type { House } from "./platform/house.server";
import { newId } from "./platform/ids";

/**
 * What ends with a visit to a kiosk: its sessions, what was begun and not sent or taken along, and what was shown by a
 * code. Cases that were sent stay, and what somebody has said yes to waits for their phone.
 */
export async function endVisit(house: House, visit: OpenVisit): Promise<void> {
  await house.db.transaction(async () => {
    const help = await findHelpOfVisit(house, visit.id);
    if (help) await endHelp(house, help, "visit");
    if (!(await closeVisit(house, visit))) return;
    await endSessionsOfVisit(house, visit);
    await holdHandovers(house, visit, (draftId, from, to) => giveDraft(house, draftId, from, to));
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
  // What a page saved in the very moment in which its visit ended goes too.
  for (const { guestId } of await listEndedVisits(house)) await discardDraftsOf(house, { kind: "guest", id: guestId });
}

/** How somebody takes a draft along from a kiosk. */
type TakeAlong = { way: "phone" | "paper" } | { way: "email"; email: string };

/**
 * Sends a draft of a visit on its way to where its person goes on. By email and on paper the kiosk forgets it at once;
 * a phone takes it when both screens have said yes.
 * @returns undefined where there is no such draft in this visit; `held` where no more mail may go to that address
 */
export async function takeAlong(
  context: Context,
  draftId: string,
  how: TakeAlong,
): Promise<HandoverView | "held" | undefined> {
  const visit = context.kiosk?.visit;
  if (!visit) return undefined;
  const subject = { kind: "guest", id: visit.guestId } as const;
  const draft = await findDraftById(context, subject, draftId);
  if (draft?.state !== "open") return undefined;
  const send = () =>
    context.db.transaction(async () => {
      // What leaves by email or on paper is nobody's until it is taken: the kiosk forgets it now.
      const holder = how.way === "phone" ? subject : ({ kind: "guest", id: newId() } as const);
      if (how.way !== "phone" && !(await giveDraft(context, draftId, subject, holder))) return undefined;
      const handover = await makeHandover(context, { way: how.way, visit, draft, holder });
      const by = { ...doerOf(context), subject };
      if (how.way === "email") {
        const sent = await sendMessage(context, by, {
          to: how.email,
          lng: context.lng,
          template: "draft-along",
          values: { serviceId: draft.serviceId, until: handover.expiresAt.toISOString() },
          link: { path: "/take", secret: handover.id },
        });
        if (!sent) throw new Held();
      }
      await audit(context, by, {
        action: "draft.taken-along",
        record: { kind: "draft", id: draftId },
        detail: { way: how.way },
      });
      return handover;
    });
  try {
    return await send();
  } catch (error) {
    if (error instanceof Held) return "held";
    throw error;
  }
}

/** The mail does not leave, so the draft stays where it is: the transaction comes to nothing. */
class Held extends Error {}

/** One of two screens confirms the number; when both have, the draft is the phone's. */
export async function confirmNumber(house: House, handover: HandoverView, where: "kiosk" | "phone"): Promise<void> {
  await house.db.transaction(async () => {
    const now = await sayYes(house, handover, where);
    if (now.taker && now.kioskSaidYes && now.phoneSaidYes) await passOn(house, now, now.taker);
  });
}

/** One of two screens says that the number is another: where the kiosk is left already, nobody can come back for it. */
export async function refuseNumber(house: House, handover: HandoverView): Promise<void> {
  await stopHandover(house, handover);
  if (!(await isVisitOpen(house, handover.visitId))) await discardDraftsOf(house, handover.holder);
}

/**
 * Somebody has a link, and wants its draft on this device. A phone that scanned the square asks for its number first;
 * `confirmNumber` comes then.
 */
export async function openLink(context: Context, handover: HandoverView): Promise<void> {
  const taker = await context.ensureSubject();
  if (handover.way === "phone") await claimHandover(context, handover, taker);
  else await passOn(context, handover, taker);
}

/**
 * Somebody types the code of a slip, and wants its draft on this device.
 * @returns the draft's id; undefined where the code is wrong, old or used
 */
export async function openSlip(context: Context, code: string): Promise<string | undefined> {
  const handover = await findHandoverBySlip(context, code);
  if (handover?.state !== "open") return undefined;
  return (await passOn(context, handover, await context.ensureSubject())) ? handover.draftId : undefined;
}

const passOn = (house: House, handover: HandoverView, taker: Subject): Promise<boolean> =>
  house.db.transaction(() =>
    takeHandover(house, handover, taker, (holder) => giveDraft(house, handover.draftId, holder, taker)),
  );

/**
 * What a helper sees of a visit: what its person is at, whoever that is by now, a guest or somebody signed in. What they
 * had sent before they said yes is nothing that they want help with.
 */
export async function findHelped(house: House, { state, visit, consentAt }: HelpView): Promise<Draft | undefined> {
  if (state !== "open" || !consentAt) return undefined;
  const account = await findAccountOfVisit(house, visit.id);
  const subject: Subject = account ? { kind: "account", id: account } : { kind: "guest", id: visit.guestId };
  const worked = await listWorkedOn(house, subject, visit.startedAt);
  return worked.find((draft) => draft.state === "open" || draft.updatedAt >= consentAt);
}

/** What tells a helper's page from how things stand now: how the help is, and what was answered last. */
export async function standOfHelp(house: House, help: HelpView): Promise<string> {
  const draft = await findHelped(house, help);
  return [help.state, draft?.id, draft?.updatedAt.getTime()].filter(Boolean).join(" ");
}
