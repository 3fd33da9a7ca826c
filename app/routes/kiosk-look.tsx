import type { ActionFunctionArgs } from "@remix-run/node";
import { localNext } from "../features/accounts/accounts.server";
import { changeLook, readLook } from "../features/kiosks/kiosks.server";
import { goTo, refuse } from "../platform/context.server";
import { fieldOf } from "../platform/http/field";
import { readForm } from "../platform/http/form.server";

export const loader = (): never => {
  throw refuse(404);
};

/** The pages of this visit look otherwise from now on. A script has changed the one that is shown by itself. */
export async function action({ context, request }: ActionFunctionArgs): Promise<Response> {
  const visit = context.kiosk?.visit;
  if (!visit) return goTo(context, "/kiosk");
  const form = await readForm(request);
  await changeLook(context, visit, readLook(form));
  const back = fieldOf(form, "back");
  return back === "" ? new Response(null, { status: 204 }) : goTo(context, localNext(back) ?? "/");
}
