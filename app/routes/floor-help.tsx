import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireFloorwalker } from "../features/accounts/accounts.server";
import { FloorHelpPage, type FloorHelpView, helpKinds } from "../features/kiosks/kiosks";
import { auditSeen, endHelp, getOwnHelp, type HelpView, recordHelp } from "../features/kiosks/kiosks.server";
import { showOver } from "../flow/flow.server";
import { type Context, goTo } from "../platform/context.server";
import { fieldOf } from "../platform/http/field";
import { readForm } from "../platform/http/form.server";
import { findHelped, standOfHelp } from "../visits.server";

export async function loader({ context, params }: LoaderFunctionArgs) {
  await requireFloorwalker(context);
  const help = await getOwnHelp(context, params["help"]!);
  return await viewOf(context, help);
}

/** Leaves, or writes down what kind of help it was. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  await requireFloorwalker(context);
  const help = await getOwnHelp(context, params["help"]!);
  const form = await readForm(request);
  if (fieldOf(form, "intent") === "leave") {
    await endHelp(context, help, "helper");
    return goTo(context, `/floor/help/${help.id}`);
  }
  const kind = helpKinds.find((one) => one === fieldOf(form, "kind"));
  const alone = fieldOf(form, "alone");
  const errors: FloorHelpView["errors"] = {};
  if (!kind) errors.kind = "kiosk:floor.errors.kind";
  if (alone !== "yes" && alone !== "no") errors.alone = "kiosk:floor.errors.alone";
  if (!kind || errors.alone || help.state !== "ended") {
    return data<FloorHelpView>({ ...(await viewOf(context, help)), failed: true, errors }, { status: 400 });
  }
  await recordHelp(context, help, { kind, aloneNextTime: alone === "yes" });
  return goTo(context, `/floor/help/${help.id}`);
}

async function viewOf(context: Context, help: HelpView): Promise<FloorHelpView> {
  const { text, blanks } = context;
  const { id, state } = help;
  const draft = await findHelped(context, help);
  if (draft) await auditSeen(context, help, draft.id);
  return {
    title: text.t(`kiosk:floor.titles.${state}`),
    state,
    kiosk: help.kiosk,
    watch: blanks.mark(text.link(`/floor/help/${id}/state`)),
    stand: blanks.mark(await standOfHelp(context, help)),
    form: draft && (await showOver(context, draft, text.t("kiosk:floor.private"))),
    endedBy: help.endedBy ?? "visit",
    toRecord: state === "ended" && help.kind === undefined,
    errors: {},
  };
}

export default function FloorHelp() {
  const loaded = useLoaderData<typeof loader>();
  return <FloorHelpPage view={useActionData<typeof action>() ?? loaded} />;
}
