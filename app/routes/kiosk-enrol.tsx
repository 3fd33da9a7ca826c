import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { longestAge, setCookie } from "../context.server";
import { EnrolPage, type EnrolView } from "../features/kiosks/kiosks";
import { enrolKiosk } from "../features/kiosks/kiosks.server";
import { type Context, goTo } from "../platform/context.server";
import { guess } from "../platform/guess.server";
import { fieldOf } from "../platform/http/field";
import { readForm } from "../platform/http/form.server";
import { plainTyped } from "../platform/typed";
import type { Message } from "../ui/form-errors/form-errors";

const viewOf = (context: Context, typed = "", error?: Message): EnrolView => ({
  title: context.text.t("kiosk:enrol.title"),
  failed: error !== undefined,
  typed,
  error,
});

export async function loader({ context }: LoaderFunctionArgs) {
  return context.kiosk ? goTo(context, "/kiosk") : viewOf(context);
}

export async function action({ context, request }: ActionFunctionArgs) {
  const code = plainTyped(fieldOf(await readForm(request), "code")).slice(0, 30);
  const tried = await guess(context, { kind: "kiosk" }, () => enrolKiosk(context, code));
  if (tried.kind !== "right") {
    const view = viewOf(context, code, tried.kind === "wait" ? tried.message : "kiosk:enrol.errors.code");
    return data(view, { status: tried.kind === "wait" ? 429 : 400 });
  }
  // Whoever was signed in to set the device up is not signed in at it from now on.
  await context.endSession();
  // A kiosk stays one until its credential is revoked.
  context.cookies.push(setCookie(context, "kiosk", tried.value, longestAge));
  return goTo(context, "/kiosk");
}

export default function KioskEnrol() {
  const loaded = useLoaderData<typeof loader>();
  return <EnrolPage view={useActionData<typeof action>() ?? loaded} />;
}
