import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Fragment } from "react";
import { type DemoMail, findDemoMail, hasDemoMail } from "../features/notifications/notifications.server";
import { type PageView, refuse } from "../platform/context.server";
import { BackLink } from "../ui/back-link/back-link";
import { useLink, useT } from "../ui/locale/locale";
import { SummaryList } from "../ui/summary-list/summary-list";

interface View extends PageView, Pick<DemoMail, "id" | "to" | "subject" | "text" | "locale" | "dir"> {
  at: string;
}

export async function loader({ context, params }: LoaderFunctionArgs) {
  const mail = hasDemoMail(context) ? await findDemoMail(context, params["id"] ?? "") : undefined;
  if (!mail) throw refuse(404);
  const { id, to, subject, text, locale, dir } = mail;
  const { day, time } = context.text;
  return {
    title: subject,
    id,
    to,
    subject,
    text,
    locale,
    dir,
    at: `${day(mail.at)} ${time(mail.at)}`,
  } satisfies View;
}

export default function DevMessage() {
  const t = useT();
  const link = useLink();
  const { id, to, subject, text, locale, dir, at } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink href={link("/dev/mail")}>{t("messages:demo.back")}</BackLink>
      <main className="govuk-main-wrapper" id="content" tabIndex={-1}>
        <h1 className="govuk-heading-l" lang={locale} dir={dir}>
          {subject}
        </h1>
        <SummaryList
          rows={[
            { key: { text: t("messages:demo.to") }, value: { text: <bdi>{to}</bdi> } },
            { key: { text: t("messages:demo.at") }, value: { text: at } },
          ]}
        />
        <div lang={locale} dir={dir}>
          {text
            .trim()
            .split("\n\n")
            .map((paragraph, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other identity
              <p className="govuk-body" key={index}>
                <Lines text={paragraph} />
              </p>
            ))}
        </div>
        <p className="govuk-body">
          <a className="govuk-link" href={link(`/dev/mail/${id}/html`)}>
            {t("messages:demo.as-html")}
          </a>
        </p>
      </main>
    </>
  );
}

/** Text as it stands, its lines kept and its web addresses as links. */
function Lines({ text }: { text: string }) {
  return text.split("\n").map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity
    <Fragment key={index}>
      {index > 0 && <br />}
      {/^https?:\/\/\S+$/.test(line) ? (
        <a className="govuk-link" href={line}>
          {line}
        </a>
      ) : (
        line
      )}
    </Fragment>
  ));
}
