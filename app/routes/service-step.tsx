import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { takeLook } from "../features/kiosks/kiosks.server";
import { FlowPage } from "../flow/flow";
import { answerStep, showCheck, showResult, showStep, showTasks, stayAtStep, submitFlow } from "../flow/flow.server";
import { refuse } from "../platform/context.server";
import { readForm } from "../platform/http/form.server";

/** Pages of a service that are no steps of its own. */
const pages = { check: showCheck, tasks: showTasks, result: showResult };
const pageOf = (step = "") => (Object.hasOwn(pages, step) ? pages[step as keyof typeof pages] : undefined);

export const handle = { body: "step" };

export function loader({ context, params }: LoaderFunctionArgs) {
  return (pageOf(params["step"]) ?? showStep)(context, params);
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  if (params["step"] === "check") return submitFlow(context, params, form);
  if (pageOf(params["step"])) throw refuse(404);
  if (await takeLook(context, form)) return stayAtStep(context, params, form);
  return answerStep(context, params, form);
}

export default function ServiceStep() {
  const loaded = useLoaderData<typeof loader>();
  return <FlowPage view={useActionData<typeof action>() ?? loaded} />;
}
