import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireStaff } from "../features/accounts/accounts.server";
import { printLetter, readLetter } from "../features/letters/letters.server";
import { onDuty, refuse } from "../platform/context.server";

export async function loader({ context, params }: LoaderFunctionArgs): Promise<Response> {
  await requireStaff(context);
  const letter = await readLetter(context, onDuty(context), params["letter"]!, "paper");
  if (!letter) throw refuse(404);
  const printed = await printLetter(context, letter);
  if (!printed.ok) throw refuse(printed.error === "failed" ? 500 : 503);
  const headers = {
    "Content-Type": "application/pdf",
    "Content-Disposition": `inline; filename="${letter.reference}.pdf"`,
  };
  return new Response(new Uint8Array(printed.value.pdf), { headers });
}
