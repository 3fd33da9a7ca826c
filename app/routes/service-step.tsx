import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { FlowPage, type FlowView } from "../flow/flow";
import { answerStep, showCheck, showResult, showStep, showTasks, submitFlow } from "../flow/flow.server";
import { refuse } from "../platform/context.server";
import { useView } from "../ui/page/view";

/** Pages of a service that are no steps of its own. */
const pages: Record<string, typeof showStep> = { check: showCheck, tasks: showTasks, result: showResult };

export function loader({ context, params }: LoaderFunctionArgs) {
  if (context.view) return null;
  return (pages[params["step"] ?? ""] ?? showStep)(context, params);
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await request.formData();
  if (params["step"] === "check") return submitFlow(context, params, form);
  if (params["step"] && pages[params["step"]]) throw refuse(404);
  return answerStep(context, params, form);
}

export default function ServiceStep() {
  return <FlowPage view={useView<FlowView>()} />;
}
