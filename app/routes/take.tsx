import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { TakenPage, type TakenView } from "../features/kiosks/kiosks";
import { makeTakenPage, requireSelf } from "../features/kiosks/kiosks.server";
import { findResumePath } from "../flow/flow.server";
import { type Context, goTo, show } from "../platform/context.server";
import { readForm } from "../platform/http/form.server";
import { useView } from "../ui/page/view";
import { openSlip } from "../visits.server";

export async function loader({ context }: LoaderFunctionArgs) {
  if (context.view) return null;
  requireSelf(context);
  return show<TakenView>(context, makeTakenPage(context, "code", {}));
}

/** Takes the code of a slip. */
export async function action({ context, request }: ActionFunctionArgs) {
  requireSelf(context);
  const typed = String((await readForm(request)).get("code") ?? "")
    .trim()
    .slice(0, 30);
  if (!(await context.limits.code.take(`slip ${context.address}`))) return refuseCode(context, typed, "wait", 429);
  const draftId = await openSlip(context, typed);
  const path = draftId && (await findResumePath(context, draftId));
  if (!path) return refuseCode(context, typed, "code", 400);
  await context.limits.code.reset(`slip ${context.address}`);
  return goTo(context, path);
}

function refuseCode(context: Context, typed: string, error: "code" | "wait", status: number) {
  const view = makeTakenPage(context, "code", {});
  show<TakenView>(context, { ...view, failed: true, typed, error: `kiosk:take.open.errors.${error}` });
  return data(null, { status });
}

export default function Take() {
  return <TakenPage view={useView<TakenView>()} />;
}
