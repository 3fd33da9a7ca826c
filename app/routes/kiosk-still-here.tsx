import type { ActionFunctionArgs } from "@remix-run/node";
import { localNext } from "../features/accounts/accounts.server";
import { goTo, refuse } from "../platform/context.server";
import { fieldOf } from "../platform/http/field";
import { readForm } from "../platform/http/form.server";

export const loader = (): never => {
  throw refuse(404);
};

/**
 * Every request from a kiosk says that somebody is there; this one says nothing else. A page without scripts goes back to
 * where its reader was.
 */
export async function action({ context, request }: ActionFunctionArgs): Promise<Response> {
  if (!context.kiosk) return goTo(context, "/");
  const back = fieldOf(await readForm(request), "back");
  return back === "" ? new Response(null, { status: 204 }) : goTo(context, localNext(back) ?? "/");
}
