import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { checkEmail, readFields } from "../features/accounts/accounts.server";
import { TakePage, type TakeView } from "../features/kiosks/kiosks";
import { listOwnDrafts } from "../flow/flow.server";
import { type Context, goTo } from "../platform/context.server";
import { fieldOf } from "../platform/http/field";
import { readForm } from "../platform/http/form.server";
import { takeAlong } from "../visits.server";

const ways = ["phone", "email", "paper"] as const;

async function viewOf(context: Context): Promise<TakeView> {
  const drafts = await listOwnDrafts(context);
  return {
    title: context.text.t("kiosk:take.title"),
    drafts: drafts.map(({ id, title }) => ({ id, title })),
    signedIn: context.actor.kind === "account",
    typed: { draft: "", way: "", email: "" },
    errors: {},
  };
}

export async function loader({ context }: LoaderFunctionArgs) {
  if (!context.kiosk?.visit) return goTo(context, "/");
  return await viewOf(context);
}

export async function action({ context, request }: ActionFunctionArgs) {
  if (!context.kiosk?.visit) return goTo(context, "/");
  const form = await readForm(request);
  const draft = fieldOf(form, "draft");
  const way = ways.find((one) => one === fieldOf(form, "way"));
  const { values, errors: wrong } = readFields(form, { email: checkEmail });
  const errors: TakeView["errors"] = {};
  if (!draft) errors.draft = "kiosk:take.errors.which";
  if (!way) errors.way = "kiosk:take.errors.how";
  if (way === "email" && wrong.email) errors.email = "kiosk:take.errors.email";
  const again = async (status: number) => {
    const typed = { draft, way: way ?? "", email: values.email };
    return data<TakeView>({ ...(await viewOf(context)), failed: true, typed, errors }, { status });
  };
  if (!way || Object.keys(errors).length > 0) return again(400);
  const handover = await takeAlong(context, draft, way === "email" ? { way, email: values.email } : { way });
  if (handover === "held") {
    errors.email = "kiosk:take.errors.held";
    return again(429);
  }
  return goTo(context, handover ? `/kiosk/take/${handover.id}` : "/kiosk/take");
}

export default function KioskTake() {
  const loaded = useLoaderData<typeof loader>();
  return <TakePage view={useActionData<typeof action>() ?? loaded} />;
}
