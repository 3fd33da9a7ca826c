import { formOf } from "./sent.server";

/**
 * The form that a request brought. Its texts are free of NUL.
 * @throws a 400 where the body is no form, or breaks off: that is the sender's fault, not the portal's
 */
export async function readForm(request: Request): Promise<FormData> {
  const form = formOf(request) ?? (await request.formData().catch(() => undefined));
  if (!form) throw new Response(null, { status: 400 });
  return form;
}
