/**
 * Reads the form that a request brings. Its texts are free of NUL, which no person types and PostgreSQL refuses.
 * @throws a 400 where the body is no form, or breaks off: that is the sender's fault, not the portal's
 */
export async function readForm(request: Request): Promise<FormData> {
  const form = await request.formData().catch(() => {
    throw new Response(null, { status: 400 });
  });
  const clean = new FormData();
  for (const [name, value] of form) clean.append(name, typeof value === "string" ? value.replaceAll("\0", "") : value);
  return clean;
}
