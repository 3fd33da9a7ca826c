import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type DemoMail, hasDemoMail, listDemoMail } from "../features/notifications/notifications.server";
import { type PageView, refuse } from "../platform/context.server";
import { useLink, useT } from "../ui/locale/locale";

interface View extends PageView {
  mails: (Pick<DemoMail, "id" | "to" | "subject" | "locale"> & { at: string })[];
}

export async function loader({ context }: LoaderFunctionArgs) {
  if (!hasDemoMail(context)) throw refuse(404);
  const { text } = context;
  const mails = (await listDemoMail(context)).map((mail) => ({
    ...mail,
    at: `${text.day(mail.at)} ${text.time(mail.at)}`,
  }));
  return { title: text.t("messages:demo.title"), mails } satisfies View;
}

export default function DevMail() {
  const t = useT();
  const link = useLink();
  const { title, mails } = useLoaderData<typeof loader>();
  return (
    <main className="govuk-main-wrapper" id="content" tabIndex={-1}>
      <h1 className="govuk-heading-l">{title}</h1>
      <p className="govuk-body">{t(mails.length > 0 ? "messages:demo.explain" : "messages:demo.none")}</p>
      <ul className="govuk-list govuk-list--spaced">
        {mails.map((mail) => (
          <li key={mail.id}>
            <a className="govuk-link" href={link(`/dev/mail/${mail.id}`)} lang={mail.locale}>
              <bdi>{mail.subject}</bdi>
            </a>
            <br />
            <bdi>{mail.to}</bdi>, {mail.at}
          </li>
        ))}
      </ul>
    </main>
  );
}
