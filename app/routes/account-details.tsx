import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DetailsPage, type DetailsView, type Errors, wordFact } from "../features/accounts/accounts";
import {
  changeName,
  changePassword,
  checkName,
  checkNewPassword,
  checkPassword,
  endSessionsOf,
  forgetFact,
  isComplete,
  judgePassword,
  listFacts,
  readFields,
  requireAccount,
  statusOf,
} from "../features/accounts/accounts.server";
import { type Context, goTo } from "../platform/context.server";
import { fieldOf } from "../platform/http/field";
import { readForm } from "../platform/http/form.server";
import { wordPhone } from "../platform/phone-numbers";

const savedKeys = ["name", "password", "forgotten"];

async function viewOf(context: Context): Promise<DetailsView> {
  const { id, name, email } = await requireAccount(context);
  const { t, has } = context.text;
  const facts = (await listFacts(context, { kind: "account", id })).map(({ key, value }) => ({
    key,
    label: has(`accounts:facts.${key}`) ? t(`accounts:facts.${key}`) : key,
    words: key === "phone" ? [wordPhone(String(value))] : wordFact(value),
  }));
  const saved = savedKeys.find((key) => key === fieldOf(context.url.searchParams, "saved"));
  return { title: t("accounts:details.title"), name, email, facts, saved, errors: {} };
}

export async function loader({ context }: LoaderFunctionArgs) {
  return await viewOf(context);
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const { id } = await requireAccount(context);
  const intent = fieldOf(form, "intent");
  const act = Object.hasOwn(intents, intent) ? intents[intent] : undefined;
  const errors = (await act?.(context, id, form)) ?? "/account/details";
  if (typeof errors === "string") return goTo(context, errors);
  const view = await viewOf(context);
  const name = errors["name"] ? fieldOf(form, "name") : view.name;
  return data<DetailsView>(
    { ...view, saved: undefined, failed: true, typedName: name, errors },
    { status: statusOf(errors) },
  );
}

/** @returns where to go on, or what to put right */
type Act = (context: Context, accountId: string, form: FormData) => Promise<string | Errors>;

const intents: Record<string, Act | undefined> = {
  async name(context, id, form) {
    const { values, errors } = readFields(form, { name: checkName });
    if (errors.name) return errors;
    await changeName(context, id, values.name);
    return "/account/details?saved=name";
  },
  async password(context, id, form) {
    const checks = { "current-password": checkPassword, "new-password": checkNewPassword };
    const filled = readFields(form, checks);
    if (!isComplete(filled)) return filled.errors;
    const { "current-password": current, "new-password": next } = filled.values;
    const easy = await judgePassword(context, next, await requireAccount(context));
    if (easy) return { "new-password": easy };
    const error = await changePassword(context, id, { current, next });
    return error ? { "current-password": error } : "/account/details?saved=password";
  },
  async forget(context, id, form) {
    await forgetFact(context, { kind: "account", id }, fieldOf(form, "key"));
    return "/account/details?saved=forgotten";
  },
  async everywhere(context, id) {
    await endSessionsOf(context, id, "everywhere");
    await context.endSession();
    return "/sign-in?done=everywhere";
  },
};

export default function AccountDetails() {
  const loaded = useLoaderData<typeof loader>();
  return <DetailsPage {...(useActionData<typeof action>() ?? loaded)} />;
}
