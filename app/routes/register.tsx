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
import {
  checkEmail,
  checkName,
  checkNewPassword,
  isComplete,
  judgePassword,
  localNext,
  pathWithNext,
  readFields,
  register,
  statusOf,
} from "../features/accounts/accounts.server";
import { type Context, goTo, type PageView } from "../platform/context.server";
import { fieldOf } from "../platform/http/field";
import { readForm } from "../platform/http/form.server";
import { useT } from "../ui/locale/locale";

interface View extends PageView {
  name: string;
  email: string;
  errors: Errors;
  /** Here and to the sign-in page, each going on to where they were on the way to. */
  paths: { register: string; signIn: string };
  /** The page after the form, which is the same for every address. */
  sent?: string[];
}

const nextOf = ({ url }: Context) => localNext(fieldOf(url.searchParams, "next"));

const viewOf = (context: Context): View => ({
  title: context.text.t("accounts:register.title"),
  name: "",
  email: "",
  errors: {},
  paths: {
    register: pathWithNext("/register", nextOf(context)),
    signIn: pathWithNext("/sign-in", nextOf(context)),
  },
});

export async function loader({ context }: LoaderFunctionArgs) {
  if (context.actor.kind === "account") return goTo(context, nextOf(context) ?? "/account");
  const { text } = context;
  if (!context.url.searchParams.has("sent")) return viewOf(context);
  const sent = text.items("accounts:check-email.body");
  return { ...viewOf(context), title: text.t("accounts:check-email.title"), sent } satisfies View;
}

export async function action({ context, request }: ActionFunctionArgs) {
  const checks = { name: checkName, email: checkEmail, "new-password": checkNewPassword };
  const { values, errors } = readFields(await readForm(request), checks);
  const { name, email, "new-password": password } = values;
  const easy = errors["new-password"] ? undefined : await judgePassword(context, password, { name, email });
  if (easy) errors["new-password"] = easy;
  if (isComplete({ values, errors })) {
    const next = nextOf(context);
    await register(context, { name, email, password, next });
    return goTo(context, pathWithNext("/register?sent=1", next));
  }
  return data<View>({ ...viewOf(context), failed: true, name, email, errors }, { status: statusOf(errors) });
}

export default function Register() {
  const t = useT();
  const loaded = useLoaderData<typeof loader>();
  const { title, name, email, errors, sent, paths } = useActionData<typeof action>() ?? loaded;
  if (sent)
    return (
      <AccountPage title={title}>
        <Paragraphs texts={sent} />
        <LinkLine to={paths.register}>{t("accounts:check-email.again")}</LinkLine>
      </AccountPage>
    );
  return (
    <AccountPage title={title} errors={errors}>
      <p className="govuk-body">{t("accounts:register.why")}</p>
      <AccountForm button={t("accounts:register.button")}>
        <AccountField field="name" value={name} error={errors["name"]} />
        <AccountField field="email" value={email} hint error={errors["email"]} />
        <AccountField field="new-password" hint error={errors["new-password"]} />
      </AccountForm>
      <LinkLine to={paths.signIn}>{t("accounts:register.have")}</LinkLine>
    </AccountPage>
  );
}
