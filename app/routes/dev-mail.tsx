import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useState } from "react";
import { type DemoMail, hasDemoMail, listDemoMail } from "../features/notifications/notifications.server";
import { type PageView, refuse } from "../platform/context.server";
import { fieldOf } from "../platform/http/field";
import { cutText, plainLine } from "../platform/typed";
import { useLink, useT } from "../ui/locale/locale";
import { SearchBox } from "../ui/search-box/search-box";

/** Whoever tries the portal looks for one message among many: what is typed narrows the list at once. */
export const handle = { hydrate: true, texts: ["messages"] };

interface View extends PageView {
  query: string;
  mails: (Pick<DemoMail, "id" | "to" | "subject" | "locale"> & { at: string })[];
}

/** What is looked at of a query, however long it was. */
const mostTyped = 100;

export async function loader({ context }: LoaderFunctionArgs) {
  if (!hasDemoMail(context)) throw refuse(404);
  const { text, url } = context;
  const mails = (await listDemoMail(context)).map(({ id, to, subject, locale, at }) => ({
    ...{ id, to, subject, locale },
    at: `${text.day(at)} ${text.time(at)}`,
  }));
  const query = cutText(plainLine(fieldOf(url.searchParams, "q")), mostTyped);
  return { title: text.t("messages:demo.title"), query, mails } satisfies View;
}

export default function DevMail() {
  const t = useT();
  const link = useLink();
  const { title, query, mails } = useLoaderData<typeof loader>();
  const [typed, setTyped] = useState(query);
  const wanted = typed.trim().toLowerCase();
  const found = mails.filter(({ to, subject }) => `${to} ${subject}`.toLowerCase().includes(wanted));
  return (
    <main className="govuk-main-wrapper" id="content" tabIndex={-1}>
      <h1 className="govuk-heading-l">{title}</h1>
      <p className="govuk-body">{t(mails.length > 0 ? "messages:demo.explain" : "messages:demo.none")}</p>
      {mails.length > 0 && (
        <SearchBox action={link("/dev/mail")} label={t("messages:demo.find")} value={query} onType={setTyped} />
      )}
      <div role="status">
        {mails.length > 0 && found.length === 0 && <p className="govuk-body">{t("messages:demo.not-found")}</p>}
      </div>
      <ul className="govuk-list govuk-list--spaced">
        {found.map((mail) => (
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
