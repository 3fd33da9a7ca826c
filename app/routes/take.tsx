import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { TakenPage, type TakenView } from "../features/kiosks/kiosks";
import { makeTakenPage, requireSelf } from "../features/kiosks/kiosks.server";
import { findResumePath } from "../flow/flow.server";
import { type Context, goTo } from "../platform/context.server";
import { guess } from "../platform/guess.server";
import { fieldOf } from "../platform/http/field";
import { readForm } from "../platform/http/form.server";
import { plainTyped } from "../platform/typed";
import type { Message } from "../ui/form-errors/form-errors";
import { openSlip } from "../visits.server";

export async function loader({ context }: LoaderFunctionArgs) {
  requireSelf(context);
  return makeTakenPage(context, "code", {});
}

/** Takes the code of a slip. */
export async function action({ context, request }: ActionFunctionArgs) {
  requireSelf(context);
  const typed = plainTyped(fieldOf(await readForm(request), "code")).slice(0, 30);
  const tried = await guess(context, { kind: "slip" }, () => openSlip(context, typed));
  if (tried.kind === "wait") return refuseCode(context, typed, tried.message, 429);
  const path = tried.kind === "right" && (await findResumePath(context, tried.value));
  return path ? goTo(context, path) : refuseCode(context, typed, "kiosk:take.open.errors.code", 400);
}

function refuseCode(context: Context, typed: string, error: Message, status: number) {
  const view = makeTakenPage(context, "code", {});
  return data<TakenView>({ ...view, failed: true, typed, error }, { status });
}

export default function Take() {
  const loaded = useLoaderData<typeof loader>();
  return <TakenPage view={useActionData<typeof action>() ?? loaded} />;
}
