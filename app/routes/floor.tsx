import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireFloorwalker } from "../features/accounts/accounts.server";
import { FloorPage, type FloorView, waitingCalls } from "../features/kiosks/kiosks";
import {
  askToHelp,
  giveBackCall,
  listCalls,
  listOpenHelps,
  openShift,
  shiftOf,
  standOfCalls,
  takeCall,
} from "../features/kiosks/kiosks.server";
import { type Context, goTo } from "../platform/context.server";
import { guess } from "../platform/guess.server";
import { fieldOf } from "../platform/http/field";
import { readForm } from "../platform/http/form.server";
import { noteOfAccount } from "../platform/security-events.server";
import { bareTyped, plainTyped } from "../platform/typed";
import type { Message } from "../ui/form-errors/form-errors";

async function viewOf(
  context: Context,
  helper: string,
  site: string | undefined,
  typed = "",
  error?: Message,
): Promise<FloorView> {
  const helps = site ? await listOpenHelps(context, helper, site) : [];
  const calls = site ? await listCalls(context, site, helper) : [];
  return {
    title: context.text.t(site ? "kiosk:floor.title" : "kiosk:floor.pin-title"),
    failed: error !== undefined,
    site,
    helps: helps.map(({ id, kiosk }) => ({ href: context.text.link(`/floor/help/${id}`), kiosk })),
    calls: waitingCalls(context.text, calls),
    stand: standOfCalls(calls),
    typed,
    error,
  };
}

export async function loader({ context }: LoaderFunctionArgs) {
  const { id } = await requireFloorwalker(context);
  return viewOf(context, id, await shiftOf(context));
}

export async function action({ context, request }: ActionFunctionArgs) {
  const helper = await requireFloorwalker(context);
  const site = await shiftOf(context);
  const form = await readForm(request);
  const [take, giveBack] = [fieldOf(form, "take"), fieldOf(form, "give-back")];
  if (site && take) await takeCall(context, site, take, helper);
  if (site && giveBack) await giveBackCall(context, site, giveBack, helper);
  if (take || giveBack) return goTo(context, "/floor");
  const code = plainTyped(fieldOf(form, "code")).slice(0, 30);
  const pin = bareTyped(fieldOf(form, "pin"));
  const tried = await guess(context, { kind: "floor", record: helper.id }, async () => {
    if (site) return askToHelp(context, { site, code, helper });
    return (await openShift(context, helper.id, pin)) || undefined;
  });
  if (tried.kind === "right") return goTo(context, site ? `/floor/help/${tried.value}` : "/floor");
  if (!site) await noteOfAccount(context, helper.id, tried.kind === "wait" ? "pin.slowed" : "pin.refused");
  const error = tried.kind === "wait" ? tried.message : `kiosk:floor.errors.${site ? "code" : "pin"}`;
  return data(await viewOf(context, helper.id, site, code, error), { status: tried.kind === "wait" ? 429 : 400 });
}

export default function Floor() {
  const loaded = useLoaderData<typeof loader>();
  return <FloorPage view={useActionData<typeof action>() ?? loaded} />;
}
