import type { LoaderFunctionArgs } from "@remix-run/node";
import { auditLook, auditRead, findCase, findCaseFor } from "../features/cases/cases.server";
import { findDraftFor, findUpload, readUpload } from "../flow/flow.server";
import { type Context, doerOf, onDuty, refuse } from "../platform/context.server";

/** A file of one's own draft or case. A PDF is always downloaded, so that nothing runs inside the portal's own pages. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const file = await findUpload(context, params["upload"] ?? "");
  if (!file || !(await maySee(context, file.draftId, true))) throw refuse(404);
  const shown = file.type.startsWith("image/") ? "inline" : "attachment";
  return new Response(new Uint8Array(await readUpload(context, file)), {
    headers: {
      "Content-Type": file.type,
      "Content-Disposition": `${shown}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      "Content-Security-Policy": "sandbox; default-src 'none'",
    },
  });
}

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
