import type { LoaderFunctionArgs } from "@remix-run/node";
import { findUpload, readUpload } from "../flow/flow.server";
import { refuse } from "../platform/context.server";
import { maySee } from "./upload-rights.server";

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
