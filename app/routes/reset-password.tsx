import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AccountField, AccountForm, AccountPage, type Errors, LinkLine } from "../features/accounts/accounts";
import {
  checkNewPassword,
  checkToken,
  findOwner,
  isComplete,
  judgePassword,
  readFields,
  resetPassword,
  statusOf,
} from "../features/accounts/accounts.server";
import { type Context, goTo, type PageView } from "../platform/context.server";
import { readForm } from "../platform/http/form.server";
import { useT } from "../ui/locale/locale";

interface View extends PageView {
  ended?: boolean;
  errors: Errors;
}

function showEnded(context: Context) {
  return data<View>({ title: context.text.t("accounts:ended.title"), ended: true, errors: {} }, { status: 410 });
}

/** Looking uses nothing up: mail scanners follow links. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  if ((await checkToken(context, params["token"] ?? "", "reset")) !== "good") return showEnded(context);
  return data<View>({ title: context.text.t("accounts:reset-password.title"), errors: {} });
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const token = params["token"] ?? "";
  if ((await checkToken(context, token, "reset")) !== "good") return showEnded(context);
  const form = readFields(await readForm(request), { "new-password": checkNewPassword });
  const owner = isComplete(form) ? await findOwner(context, token) : undefined;
  const easy = owner && (await judgePassword(context, form.values["new-password"], owner));
  if (easy) form.errors["new-password"] = easy;
  if (!isComplete(form)) {
    const title = context.text.t("accounts:reset-password.title");
    return data<View>({ title, failed: true, errors: form.errors }, { status: statusOf(form.errors) });
  }
  if (!(await resetPassword(context, token, form.values["new-password"]))) return showEnded(context);
  // Whoever was signed in here is not any more.
  if (context.actor.kind === "account") await context.endSession();
  return goTo(context, "/sign-in?done=reset");
}

export default function ResetPassword() {
  const t = useT();
  const loaded = useLoaderData<typeof loader>();
  const { title, ended, errors } = useActionData<typeof action>() ?? loaded;
  if (ended)
    return (
      <AccountPage title={title}>
        <p className="govuk-body">{t("accounts:ended.body")}</p>
        <LinkLine to="/reset">{t("accounts:ended.reset")}</LinkLine>
      </AccountPage>
    );
  return (
    <AccountPage title={title} errors={errors}>
      <p className="govuk-body">{t("accounts:reset-password.body")}</p>
      <AccountForm button={t("accounts:reset-password.button")}>
        <AccountField field="new-password" hint error={errors["new-password"]} />
      </AccountForm>
    </AccountPage>
  );
}
