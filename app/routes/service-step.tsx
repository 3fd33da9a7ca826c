import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { FlowPage, type FlowView } from "../flow/flow";
import { answerStep, showCheck, showResult, showStep, showTasks, submitFlow } from "../flow/flow.server";
import { refuse } from "../platform/context.server";
import { readForm } from "../platform/http/form.server";
import { useView } from "../ui/page/view";

/** Pages of a service that are no steps of its own. */
const pages = new Map<string | undefined, typeof showStep>([
  ["check", showCheck],
  ["tasks", showTasks],
  ["result", showResult],
]);

export const handle = { body: "step" };

export function loader({ context, params }: LoaderFunctionArgs) {
  if (context.view) return null;
  return (pages.get(params["step"]) ?? showStep)(context, params);
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  if (params["step"] === "check") return submitFlow(context, params, form);
  if (pages.has(params["step"])) throw refuse(404);
  return answerStep(context, params, form);
}

export default function ServiceStep() {
  return <FlowPage view={useView<FlowView>()} />;
}
