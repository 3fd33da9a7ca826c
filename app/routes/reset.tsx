import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  AccountField,
  AccountForm,
  AccountPage,
  type Errors,
  LinkLine,
  Paragraphs,
} from "../features/accounts/accounts";
import { askReset, checkEmail, isComplete, readFields } from "../features/accounts/accounts.server";
import { type Context, goTo, type PageView } from "../platform/context.server";
import { readForm } from "../platform/http/form.server";
import { BackLink } from "../ui/back-link/back-link";
import { useLink, useT } from "../ui/locale/locale";

interface View extends PageView {
  email: string;
  errors: Errors;
  /** The page after the form, which is the same for every address. */
  sent?: string[];
}

const viewOf = ({ text }: Context): View => ({ title: text.t("accounts:reset.title"), email: "", errors: {} });

export async function loader({ context }: LoaderFunctionArgs) {
  if (!context.url.searchParams.has("sent")) return viewOf(context);
  const sent = context.text.items("accounts:reset.sent");
  return { ...viewOf(context), title: context.text.t("accounts:check-email.title"), sent } satisfies View;
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = readFields(await readForm(request), { email: checkEmail });
  if (isComplete(form)) {
    await askReset(context, form.values.email);
    return goTo(context, "/reset?sent=1");
  }
  return data<View>(
    { ...viewOf(context), failed: true, email: form.values.email, errors: form.errors },
    { status: 400 },
  );
}

export default function Reset() {
  const t = useT();
  const link = useLink();
  const loaded = useLoaderData<typeof loader>();
  const { title, email, errors, sent } = useActionData<typeof action>() ?? loaded;
  if (sent)
    return (
      <AccountPage title={title}>
        <Paragraphs texts={sent} />
        <LinkLine to="/reset">{t("accounts:check-email.again")}</LinkLine>
      </AccountPage>
    );
  return (
    <AccountPage before={<BackLink href={link("/sign-in")} />} title={title} errors={errors}>
      <p className="govuk-body">{t("accounts:reset.body")}</p>
      <AccountForm button={t("accounts:reset.button")}>
        <AccountField field="email" value={email} error={errors["email"]} />
      </AccountForm>
    </AccountPage>
  );
}
