import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { requireFloorwalker } from "../features/accounts/accounts.server";
import { FloorPage, type FloorView } from "../features/kiosks/kiosks";
import { askToHelp, listOpenHelps, openShift, shiftOf } from "../features/kiosks/kiosks.server";
import { type Context, goTo, show } from "../platform/context.server";
import { readForm } from "../platform/http/form.server";
import { useView } from "../ui/page/view";

async function showForm(context: Context, helper: string, site: string | undefined, typed = "", error?: string) {
  const helps = site ? await listOpenHelps(context, helper, site) : [];
  return show<FloorView>(context, {
    title: context.text.t(site ? "kiosk:floor.title" : "kiosk:floor.pin-title"),
    failed: error !== undefined,
    site,
    helps: helps.map(({ id, kiosk }) => ({ href: context.text.link(`/floor/help/${id}`), kiosk })),
    typed,
    error,
  });
}

export async function loader({ context }: LoaderFunctionArgs) {
  if (context.view) return null;
  const { id } = requireFloorwalker(context);
  return showForm(context, id, await shiftOf(context));
}

export async function action({ context, request }: ActionFunctionArgs) {
  const helper = requireFloorwalker(context);
  const site = await shiftOf(context);
  const form = await readForm(request);
  const key = `floor ${helper.id}`;
  const code = String(form.get("code") ?? "").slice(0, 30);
  const again = async (error: string, status: number) => {
    await showForm(context, helper.id, site, code, `kiosk:floor.errors.${error}`);
    return data(null, { status });
  };
  if (!(await context.limits.code.take(key))) return again("wait", 429);
  if (!site) {
    if (!(await openShift(context, helper.id, String(form.get("pin") ?? "")))) return again("pin", 400);
    await context.limits.code.reset(key);
    return goTo(context, "/floor");
  }
  const id = await askToHelp(context, { site, code, helper });
  if (!id) return again("code", 400);
  await context.limits.code.reset(key);
  return goTo(context, `/floor/help/${id}`);
}

export default function Floor() {
  return <FloorPage view={useView<FloorView>()} />;
}
