import type { PageView } from "../../platform/context.server";
import { BackLink } from "../../ui/back-link/back-link";
import { Button } from "../../ui/button/button";
import { useLink, useT } from "../../ui/locale/locale";
import { Page } from "../../ui/page/page";
import { Table } from "../../ui/table/table";
import type { LetterView } from "./queue.server";

export interface QueueView extends PageView {
  letters: { href: string; subject: string; name: string; date: string }[];
}

/** The letters that wait to be printed. */
export function QueuePage({ view: { title, letters } }: { view: QueueView }) {
  const t = useT();
  const link = useLink();
  return (
    <Page classes="app-dense" before={<BackLink href={link("/staff")}>{t("staff:back")}</BackLink>}>
      <h1 className="govuk-heading-l">{title}</h1>
      {letters.length === 0 ? (
        <p className="govuk-body">{t("kiosk:letters.none")}</p>
      ) : (
        <Table
          head={["subject", "name", "date"].map((id) => ({ text: t(`kiosk:letters.columns.${id}`) }))}
          rows={letters.map(({ href, subject, name, date }) => [
            {
              text: (
                <a className="govuk-link" href={href}>
                  <bdi>{subject}</bdi>
                </a>
              ),
            },
            { text: <bdi>{name}</bdi> },
            { text: date },
          ])}
        />
      )}
    </Page>
  );
}

export interface LetterPageView extends PageView {
  letter: LetterView;
  dir: "ltr" | "rtl";
  pdfHref: string;
}

/** A letter as it will be read. */
export function LetterPage({ view: { letter, dir, pdfHref, title } }: { view: LetterPageView }) {
  const t = useT();
  const link = useLink();
  return (
    <Page before={<BackLink href={link("/staff/letters")}>{t("kiosk:letters.title")}</BackLink>}>
      <h1 className="govuk-heading-l app-no-print">{title}</h1>
      <article className="app-letter" lang={letter.lng} dir={dir}>
        <p className="govuk-body app-letter__address" dir="ltr">
          {[letter.name, ...letter.address].map((line) => (
            <bdi key={line}>{line}</bdi>
          ))}
        </p>
        <p className="govuk-body">{letter.date}</p>
        <h2 className="govuk-heading-m">{letter.subject}</h2>
        {letter.paragraphs.map((paragraph) => (
          <p className="govuk-body app-letter__paragraph" key={paragraph}>
            {paragraph}
          </p>
        ))}
      </article>
      <form method="post" className="app-actions app-no-print">
        <Button href={pdfHref}>{t("kiosk:letters.pdf")}</Button>
        {letter.state === "queued" && <Button classes="govuk-button--secondary">{t("kiosk:letters.printed")}</Button>}
      </form>
    </Page>
  );
}
