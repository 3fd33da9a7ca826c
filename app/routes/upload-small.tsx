import type { LoaderFunctionArgs } from "@remix-run/node";
import { findUpload, readSmall } from "../flow/flow.server";
import { refuse } from "../platform/context.server";
import { maySee } from "./upload-rights.server";

/**
 * The small copy of a picture, for whom may see the picture. It is part of a page, which is written down as seen when it
 * is opened. A browser keeps it until its reader signs out; a kiosk does not.
 */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const file = await findUpload(context, params["upload"] ?? "");
  if (!file || !(await maySee(context, file.draftId, false))) throw refuse(404);
  const small = await readSmall(context, file);
  if (!small.ok) throw refuse(small.error === "busy" || small.error === "too-slow" ? 503 : 404);
  return new Response(new Uint8Array(small.value), {
    headers: {
      "Content-Type": "image/jpeg",
      "Content-Security-Policy": "sandbox; default-src 'none'",
      ...(context.kiosk ? {} : { "Cache-Control": "private, max-age=3600" }),
    },
  });
}
