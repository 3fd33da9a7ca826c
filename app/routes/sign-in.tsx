import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AccountField, AccountForm, AccountPage, type Errors, LinkLine } from "../features/accounts/accounts";
import {
  checkEmail,
  checkPassword,
  findParked,
  isComplete,
  localNext,
  pathWithNext,
  readFields,
  signIn,
} from "../features/accounts/accounts.server";
import { homePath } from "../platform/actor";
import { type Context, goTo, type PageView } from "../platform/context.server";
import { fieldOf } from "../platform/http/field";
import { readForm } from "../platform/http/form.server";
import { Button } from "../ui/button/button";
import { InsetText } from "../ui/inset-text/inset-text";
import { useLink, useT } from "../ui/locale/locale";
import { NotificationBanner } from "../ui/notification-banner/notification-banner";

interface View extends PageView {
  /** Where somebody wanted to go, before the sign-in page came between. */
  next: string | undefined;
  register: string;
  done: string | undefined;
  email: string;
  errors: Errors;
  kept?: { action: string; fields: [string, string][] };
}

const doneKeys = ["verified", "reset", "everywhere"];

function viewOf(context: Context): View {
  const asked = context.url.searchParams;
  const done = doneKeys.find((key) => key === fieldOf(asked, "done"));
  const next = localNext(fieldOf(asked, "next"));
  const register = pathWithNext("/register", next);
  return { title: context.text.t("accounts:sign-in.title"), next, register, done, email: "", errors: {} };
}

export async function loader({ context }: LoaderFunctionArgs) {
  const view = viewOf(context);
  if (context.actor.kind === "guest") return view;
  const kept = context.url.searchParams.has("kept") ? await findParked(context) : undefined;
  if (!kept) return goTo(context, view.next ?? homePath[context.actor.role]);
  const title = context.text.t("accounts:kept.title");
  return { ...view, title, kept: { action: context.text.link(kept.path), fields: kept.fields } } satisfies View;
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = readFields(await readForm(request), { email: checkEmail, password: checkPassword });
  const again = (errors: Errors, status: number) => {
    return data<View>(
      { ...viewOf(context), done: undefined, failed: true, email: form.values.email, errors },
      { status },
    );
  };
  if (!isComplete(form)) return again(form.errors, 400);
  const answer = await signIn(context, form.values);
  if ("next" in answer) return goTo(context, answer.next);
  if (answer.kind === "wrong") return again({ email: "sign-in-wrong" }, 400);
  const values = { count: Math.ceil(answer.wait / 60_000) };
  return again({ email: { key: "sign-in-wait", values } }, 429);
}

export default function SignIn() {
  const loaded = useLoaderData<typeof loader>();
  const view = useActionData<typeof action>() ?? loaded;
  return view.kept ? <Kept title={view.title} {...view.kept} /> : <SignInForm {...view} />;
}

function SignInForm({ title, next, register, done, email, errors }: View) {
  const t = useT();
  return (
    <AccountPage title={title} errors={errors}>
      {done && <NotificationBanner type="success">{t(`accounts:sign-in.done.${done}`)}</NotificationBanner>}
      {next && <InsetText>{t("accounts:sign-in.needed")}</InsetText>}
      <AccountForm button={t("accounts:sign-in.button")}>
        <AccountField field="email" value={email} error={errors["email"]} />
        <AccountField field="password" error={errors["password"]} />
      </AccountForm>
      <LinkLine to="/reset">{t("accounts:sign-in.forgotten")}</LinkLine>
      <h2 className="govuk-heading-m">{t("accounts:sign-in.no-account")}</h2>
      <LinkLine to={register}>{t("accounts:sign-in.register")}</LinkLine>
    </AccountPage>
  );
}

/** A form that was sent without being signed in: a POST cannot be redirected, so its sender sends it again. */
function Kept({ title, action, fields }: { title: string; action: string; fields: [string, string][] }) {
  const t = useT();
  const link = useLink();
  const words = fields.map(([, value]) => value).filter((value) => value.trim() !== "");
  return (
    <AccountPage title={title}>
      <p className="govuk-body">{t("accounts:kept.body")}</p>
      {words.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{t("accounts:kept.what")}</h2>
          <ul className="govuk-list govuk-list--bullet">
            {words.map((word, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: values have no other identity
              <li key={index} dir="auto">
                {word}
              </li>
            ))}
          </ul>
        </>
      )}
      <form method="post" action={action} noValidate>
        {fields.map(([name, value], index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a name may come several times
          <input key={index} type="hidden" name={name} value={value} />
        ))}
        <div className="govuk-button-group">
          <Button preventDoubleClick>{t("accounts:kept.button")}</Button>
          <a className="govuk-link" href={link("/account")}>
            {t("accounts:kept.leave")}
          </a>
        </div>
      </form>
    </AccountPage>
  );
}
