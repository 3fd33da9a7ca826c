import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { TakenPage } from "../features/kiosks/kiosks";
import { findHandoverByToken, makeTakenPage, requireSelf, standAtTaker } from "../features/kiosks/kiosks.server";
import { findResumePath } from "../flow/flow.server";
import { type Context, findSubject, goTo } from "../platform/context.server";
import { fieldOf } from "../platform/http/field";
import { readForm } from "../platform/http/form.server";
import { confirmNumber, openLink, refuseNumber } from "../visits.server";

/** Looking at a link uses nothing up: mail scanners open links too. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  requireSelf(context);
  return showStand(context, params["token"]!);
}

/** Asks for the draft; then says whether the number of the kiosk is the same. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  requireSelf(context);
  const token = params["token"]!;
  const same = fieldOf(await readForm(request), "same");
  const handover = await findHandoverByToken(context, token);
  const kind = standAtTaker(handover, findSubject(context));
  if (handover && kind === "offer") await openLink(context, handover);
  // A second tap on the button before is no answer to a number that nobody has read.
  if (handover && kind === "number" && same === "yes") await confirmNumber(context, handover, "phone");
  if (handover && kind === "number" && same === "no") await refuseNumber(context, handover);
  return goTo(context, `/take/${token}`);
}

async function showStand(context: Context, token: string) {
  const handover = await findHandoverByToken(context, token);
  const kind = standAtTaker(handover, findSubject(context));
  if (kind === "taken") return goTo(context, (await findResumePath(context, handover!.draftId)) ?? "/account");
  return data(makeTakenPage(context, kind, { handover, token }), { status: kind === "gone" ? 410 : 200 });
}

export default function TakeLink() {
  return <TakenPage view={useLoaderData<typeof loader>()} />;
}
