import { bodyOf } from "./sent.server";

/**
 * Reads the form that a request brings. Its texts are free of NUL, which no person types and PostgreSQL refuses.
 * @throws a 400 where the body is no form, or breaks off: that is the sender's fault, not the portal's
 */
export async function readForm(request: Request): Promise<FormData> {
  const type = request.headers.get("content-type") ?? "";
  const body = bodyOf(request) ?? Buffer.alloc(0);
  const fields = isPlain.test(type) ? new URLSearchParams(body.toString()) : await readParts(type, body);
  const clean = new FormData();
  for (const [name, value] of fields)
    clean.append(name, typeof value === "string" ? value.replaceAll("\0", "") : value);
  return clean;
}

const isPlain = /^application\/x-www-form-urlencoded(;|$)/i;

/** A form with files. */
async function readParts(type: string, body: Buffer): Promise<FormData> {
  const sent = new Response(new Uint8Array(body), { headers: { "content-type": type } });
  return sent.formData().catch(() => {
    throw new Response(null, { status: 400 });
  });
}
