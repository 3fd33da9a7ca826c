import { auditLook, auditRead, findCase, findCaseFor } from "../features/cases/cases.server";
import { findDraftFor } from "../flow/flow.server";
import { type Context, doerOf, onDuty } from "../platform/context.server";

/** Staff see what was sent, and that is written down, as it is where several people share it; nobody sees another's draft. */
export async function maySee(context: Context, draftId: string, noted: boolean): Promise<boolean> {
  if (await findDraftFor(context, draftId, "draft.see")) return true;
  const own = await findCaseFor(context, { draftId });
  if (own && noted) await auditLook(context, own, doerOf(context));
  if (own) return true;
  if (context.actor.kind !== "account" || context.actor.role !== "staff" || context.acting) return false;
  const sent = await findCase(context, { draftId });
  if (sent && noted) await auditRead(context, sent, onDuty(context));
  return sent !== undefined;
}
