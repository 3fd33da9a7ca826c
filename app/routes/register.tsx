import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
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
  readFields,
  register,
} from "../features/accounts/accounts.server";
import { type Context, goTo, type PageView, show } from "../platform/context.server";
import { readForm } from "../platform/http/form.server";
import { useT } from "../ui/locale/locale";
import { useView } from "../ui/page/view";

interface View extends PageView {
  name: string;
  email: string;
  errors: Errors;
  /** The page after the form, which is the same for every address. */
  sent?: string[];
}

const viewOf = ({ text }: Context): View => ({
  title: text.t("accounts:register.title"),
  name: "",
  email: "",
  errors: {},
});

export async function loader({ context }: LoaderFunctionArgs) {
  if (context.view) return null;
  if (context.actor.kind === "account") return goTo(context, "/account");
  const { text } = context;
  if (!context.url.searchParams.has("sent")) return show(context, viewOf(context));
  const sent = text.items("accounts:check-email.body");
  return show<View>(context, { ...viewOf(context), title: text.t("accounts:check-email.title"), sent });
}

export async function action({ context, request }: ActionFunctionArgs) {
  const checks = { name: checkName, email: checkEmail, "new-password": checkNewPassword };
  const { values, errors } = readFields(await readForm(request), checks);
  const { name, email, "new-password": password } = values;
  if (isComplete({ values, errors })) {
    await register(context, { name, email, password });
    return goTo(context, "/register?sent=1");
  }
  show<View>(context, { ...viewOf(context), failed: true, name, email, errors });
  return data(null, { status: 400 });
}

export default function Register() {
  const t = useT();
  const { title, name, email, errors, sent } = useView<View>();
  if (sent)
    return (
      <AccountPage title={title}>
        <Paragraphs texts={sent} />
        <LinkLine to="/register">{t("accounts:check-email.again")}</LinkLine>
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
      <LinkLine to="/sign-in">{t("accounts:register.have")}</LinkLine>
    </AccountPage>
  );
}
