import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { checkEmail, readFields, requireStaff } from "../features/accounts/accounts.server";
import { PinsPage, type PinsView } from "../features/kiosks/kiosks";
import { givePin, listPins, sitesOf } from "../features/kiosks/kiosks.server";
import { type Context, goTo, onDuty } from "../platform/context.server";
import { fieldOf } from "../platform/http/field";
import { readForm } from "../platform/http/form.server";
import { bareTyped } from "../platform/typed";

const viewOf = async (context: Context): Promise<PinsView> => ({
  title: context.text.t("kiosk:pins.title"),
  pins: await listPins(context),
  sites: await sitesOf(context),
  typed: { email: "", site: "" },
  errors: {},
});

export async function loader({ context }: LoaderFunctionArgs) {
  await requireStaff(context);
  return await viewOf(context);
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  await requireStaff(context);
  const { values, errors: wrong } = readFields(form, { email: checkEmail });
  const pin = bareTyped(fieldOf(form, "pin"));
  const site = (await sitesOf(context)).find((one) => one === fieldOf(form, "site"));
  const errors: PinsView["errors"] = {};
  if (wrong.email) errors.email = "kiosk:pins.errors.email";
  if (!/^\d{6,12}$/.test(pin)) errors.pin = "kiosk:pins.errors.pin";
  const isRight = !errors.email && !errors.pin && site !== undefined;
  if (isRight && (await givePin(context, { email: values.email, site, pin }, onDuty(context))))
    return goTo(context, "/staff/floorwalkers");
  if (isRight) errors.email = "kiosk:pins.errors.email";
  const typed = { email: values.email, site: site ?? "" };
  return data<PinsView>({ ...(await viewOf(context)), failed: true, typed, errors }, { status: 400 });
}

export default function StaffFloorwalkers() {
  const loaded = useLoaderData<typeof loader>();
  return <PinsPage view={useActionData<typeof action>() ?? loaded} />;
}
