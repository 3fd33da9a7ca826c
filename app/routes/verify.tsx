import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AccountForm, AccountPage, LinkLine } from "../features/accounts/accounts";
import { checkToken, findNext, pathWithNext, verifyEmail } from "../features/accounts/accounts.server";
import { type Context, goTo, type PageView } from "../platform/context.server";
import { useT } from "../ui/locale/locale";

interface View extends PageView {
  ended: boolean;
}

/** To the sign-in page, and from there to wherever they were on the way when they registered. */
const goOn = async (context: Context, token: string) =>
  goTo(context, pathWithNext("/sign-in?done=verified", await findNext(context, token)));

/** A second click on the link, or on the button, finds the work done. */
async function showState(context: Context, token: string) {
  const state = await checkToken(context, token, "verify");
  if (state === "used") return goOn(context, token);
  const ended = state === "ended";
  return data<View>(
    { title: context.text.t(ended ? "accounts:ended.title" : "accounts:verify.title"), ended },
    { status: ended ? 410 : 200 },
  );
}

/** Looking confirms nothing: mail scanners follow links. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  return showState(context, params["token"] ?? "");
}

export async function action({ context, params }: ActionFunctionArgs) {
  const token = params["token"] ?? "";
  return (await verifyEmail(context, token)) ? goOn(context, token) : showState(context, token);
}

export default function Verify() {
  const t = useT();
  const loaded = useLoaderData<typeof loader>();
  const { title, ended } = useActionData<typeof action>() ?? loaded;
  if (ended)
    return (
      <AccountPage title={title}>
        <p className="govuk-body">{t("accounts:ended.body")}</p>
        <LinkLine to="/sign-in">{t("accounts:ended.verify")}</LinkLine>
      </AccountPage>
    );
  return (
    <AccountPage title={title}>
      <p className="govuk-body">{t("accounts:verify.body")}</p>
      <AccountForm button={t("accounts:verify.button")} />
    </AccountPage>
  );
}
