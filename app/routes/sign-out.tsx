import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AccountForm, AccountPage, LinkLine } from "../features/accounts/accounts";
import { goTo, type PageView } from "../platform/context.server";
import { useT } from "../ui/locale/locale";

interface View extends PageView {
  done: boolean;
}

export async function loader({ context }: LoaderFunctionArgs) {
  const done = context.actor.kind === "guest";
  const title = context.text.t(done ? "accounts:sign-out.done" : "accounts:sign-out.title");
  return { title, done } satisfies View;
}

export async function action({ context }: ActionFunctionArgs) {
  await context.endSession();
  return goTo(context, "/sign-out");
}

export default function SignOut() {
  const t = useT();
  const { title, done } = useLoaderData<typeof loader>();
  if (!done)
    return (
      <AccountPage title={title}>
        <p className="govuk-body">{t("accounts:sign-out.body")}</p>
        <AccountForm button={t("accounts:sign-out.button")} />
      </AccountPage>
    );
  return (
    <AccountPage title={title}>
      <p className="govuk-body">{t("accounts:sign-out.done-body")}</p>
      <LinkLine to="/sign-in">{t("accounts:sign-out.again")}</LinkLine>
      <LinkLine to="/">{t("accounts:sign-out.home")}</LinkLine>
    </AccountPage>
  );
}
