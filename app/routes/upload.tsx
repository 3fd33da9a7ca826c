import type { LoaderFunctionArgs } from "@remix-run/node";
import { findCaseFor } from "../features/cases/cases.server";
import { findDraftById, readUpload } from "../flow/flow.server";
import { findSubject, refuse } from "../platform/context.server";

/** A file of one's own draft or case. A PDF is always downloaded, so that nothing runs inside the portal's own pages. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const file = await readUpload(context, params["upload"] ?? "");
  if (!file) throw refuse(404);
  const subject = findSubject(context);
  const staff = context.actor.kind === "account" && context.actor.role === "staff";
  const own = subject && (await findDraftById(context, subject, file.draftId));
  if (!staff && !own && !(await findCaseFor(context, { draftId: file.draftId }))) throw refuse(404);
  const shown = file.type.startsWith("image/") ? "inline" : "attachment";
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      "Content-Type": file.type,
      "Content-Disposition": `${shown}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      "Content-Security-Policy": "sandbox; default-src 'none'",
    },
  });
}
