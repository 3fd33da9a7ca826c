import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireStaff } from "../features/accounts/accounts.server";
import { DevicesPage, type DevicesView } from "../features/kiosks/kiosks";
import { addKiosk, enrolmentCode, getKiosk, listKiosks, renewCode } from "../features/kiosks/kiosks.server";
import { type Context, goTo, onDuty, type Redirect, refuse } from "../platform/context.server";
import { fieldOf } from "../platform/http/field";
import { readForm } from "../platform/http/form.server";
import { cutText, plainLine } from "../platform/typed";
import { closeKiosk } from "../visits.server";

/** The most characters of a name. */
const longest = 80;

export async function loader({ context }: LoaderFunctionArgs) {
  await requireStaff(context);
  return await viewOf(context);
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  await requireStaff(context);
  if (form.has("kiosk")) return change(context, fieldOf(form, "kiosk"), fieldOf(form, "intent"));
  const field = (name: string) => cutText(plainLine(fieldOf(form, name)), longest);
  const typed = { name: field("name"), site: field("site") };
  const missing = (["name", "site"] as const).filter((name) => !typed[name]);
  if (missing.length > 0) {
    const errors = Object.fromEntries(missing.map((name) => [name, `kiosk:devices.errors.${name}`]));
    return data<DevicesView>({ ...(await viewOf(context)), failed: true, typed, errors }, { status: 400 });
  }
  await addKiosk(context, onDuty(context), typed);
  return goTo(context, "/staff/kiosks");
}

async function change(context: Context, id: string, intent: string): Promise<Redirect> {
  if (!(await getKiosk(context, id))) throw refuse(404);
  // A device that is to be enrolled anew loses what it had, and whoever is at it is at their end.
  await closeKiosk(context, onDuty(context), id);
  if (intent === "code") await renewCode(context, onDuty(context), id);
  return goTo(context, "/staff/kiosks");
}

async function viewOf(context: Context): Promise<DevicesView> {
  const { text, config } = context;
  const kiosks = await listKiosks(context);
  const rows = kiosks.map(async ({ id, name, site, state, enrolledAt }) => ({
    id,
    name,
    site,
    state,
    since: enrolledAt ? text.day(enrolledAt) : "",
    code: (await enrolmentCode(context, id))?.replace(/(\d{4})(?=\d)/g, "$1 "),
  }));
  return {
    title: text.t("kiosk:devices.title"),
    kiosks: await Promise.all(rows),
    typed: { name: "", site: "" },
    errors: {},
    enrolAddress: `${config.publicUrl}/kiosk/enrol`,
  };
}

export default function StaffKiosks() {
  const loaded = useLoaderData<typeof loader>();
  return <DevicesPage view={useActionData<typeof action>() ?? loaded} />;
}
