import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { HandoverPage, type HandoverPageView } from "../features/kiosks/kiosks";
import { getOwnHandover, makeHandoverPage, stopHandover } from "../features/kiosks/kiosks.server";
import { goTo, show } from "../platform/context.server";
import { readForm } from "../platform/http/form.server";
import { useView } from "../ui/page/view";
import { confirmNumber } from "../visits.server";

export async function loader({ context, params }: LoaderFunctionArgs) {
  const handover = await getOwnHandover(context, params["handover"]!);
  return show<HandoverPageView>(context, await makeHandoverPage(context, handover));
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const handover = await getOwnHandover(context, params["handover"]!);
  const isSame = (await readForm(request)).get("same") === "yes";
  await (isSame ? confirmNumber(context, handover, "kiosk") : stopHandover(context, handover));
  return goTo(context, `/kiosk/take/${handover.id}`);
}

export default function KioskHandover() {
  return <HandoverPage view={useView<HandoverPageView>()} />;
}
