import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireStaff } from "../features/accounts/accounts.server";
import { CallPage, type CallView } from "../features/letters/letters";
import { addClient } from "../features/letters/letters.server";
import { type Context, goTo, onDuty } from "../platform/context.server";
import { fieldOf } from "../platform/http/field";
import { readForm } from "../platform/http/form.server";
import { isLanguage, languageCodes, languages, pathFor } from "../platform/i18n/languages";
import { cutText, plainText } from "../platform/typed";

const viewOf = ({ text }: Context): CallView => ({
  title: text.t("kiosk:calls.title"),
  languages: languageCodes.map((code) => ({ value: code, text: languages[code].name })),
  typed: { name: "", address: "", locale: "en" },
  errors: {},
});

export const handle = { body: "text" };

export async function loader({ context }: LoaderFunctionArgs) {
  await requireStaff(context);
  return viewOf(context);
}

/** Begins to act for somebody on the phone: the forms that follow are theirs. */
export async function action({ context, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  await requireStaff(context);
  const field = (name: string) => cutText(plainText(fieldOf(form, name)), 500);
  const lines = field("address").split(/\r?\n/);
  const address = lines.map((line) => line.trim()).filter(Boolean);
  const typed = { name: field("name"), address: field("address"), locale: field("locale") };
  const errors: CallView["errors"] = {};
  if (!typed.name) errors.name = "kiosk:calls.errors.name";
  if (address.length === 0 || address.length > 7) errors.address = "kiosk:calls.errors.address";
  if (Object.keys(errors).length > 0) {
    return data<CallView>({ ...viewOf(context), failed: true, typed, errors }, { status: 400 });
  }
  const locale = isLanguage(typed.locale) ? typed.locale : "en";
  const id = await addClient(context, onDuty(context), { name: typed.name, address, locale });
  return goTo(context, pathFor(id, "/services"));
}

export default function StaffCall() {
  const loaded = useLoaderData<typeof loader>();
  return <CallPage view={useActionData<typeof action>() ?? loaded} />;
}
