import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { HandoverPage } from "../features/kiosks/kiosks";
import { getOwnHandover, makeHandoverPage, standAtKiosk } from "../features/kiosks/kiosks.server";
import { goTo } from "../platform/context.server";
import { fieldOf } from "../platform/http/field";
import { readForm } from "../platform/http/form.server";
import { confirmNumber, refuseNumber } from "../visits.server";

export async function loader({ context, params }: LoaderFunctionArgs) {
  const handover = await getOwnHandover(context, params["handover"]!);
  return await makeHandoverPage(context, handover);
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const handover = await getOwnHandover(context, params["handover"]!);
  const same = fieldOf(await readForm(request), "same");
  const isAsked = standAtKiosk(handover) === "number";
  if (isAsked && same === "yes") await confirmNumber(context, handover, "kiosk");
  if (isAsked && same === "no") await refuseNumber(context, handover);
  return goTo(context, `/kiosk/take/${handover.id}`);
}

export default function KioskHandover() {
  return <HandoverPage view={useLoaderData<typeof loader>()} />;
}
