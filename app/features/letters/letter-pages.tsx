import type { PageView } from "../../platform/context.server";
import { languages } from "../../platform/i18n/languages";
import { BackLink } from "../../ui/back-link/back-link";
import { Button } from "../../ui/button/button";
import { ListTable } from "../../ui/list-table/list-table";
import { useLink, useT } from "../../ui/locale/locale";
import { NotificationBanner } from "../../ui/notification-banner/notification-banner";
import { Page } from "../../ui/page/page";
import { Pagination } from "../../ui/pagination/pagination";
import { WarningText } from "../../ui/warning-text/warning-text";
import type { letterDeeds } from "./confirm-page";
import type { LetterView } from "./queue.server";

export interface QueueView extends PageView {
  /** What was just done with a letter, or that nothing was, in words; and where it is, unless it is gone. */
  done?: { text: string; href: string | undefined; isDone: boolean } | undefined;
  letters: LetterLine[];
  /** The first page, where this is a later one, and the next. */
  first: string | undefined;
  more: string | undefined;
}

interface LetterLine {
  href: string;
  subject: string;
  name: string;
  date: string;
}

/** The letters that wait to be printed. */
export function QueuePage({ view }: { view: QueueView }) {
  const { title, letters } = view;
  const t = useT();
  const link = useLink();
  return (
    <Page wide classes="app-dense" before={<BackLink href={link("/staff")}>{t("staff:back")}</BackLink>}>
      {view.done && <Done {...view.done} />}
      <h1 className="govuk-heading-l">{title}</h1>
      {letters.length === 0 ? (
        <p className="govuk-body">{t("kiosk:letters.none")}</p>
      ) : (
        <LetterTable view={view} date={t("kiosk:letters.columns.date")} />
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={link("/staff/letters/printed")}>
          {t("kiosk:letters.printed-title")}
        </a>
      </p>
    </Page>
  );
}

function Done({ text, href, isDone }: NonNullable<QueueView["done"]>) {
  const t = useT();
  return (
    <NotificationBanner type={isDone ? "success" : undefined} role="alert">
      <p className="govuk-notification-banner__heading">{text}</p>
      {href && (
        <p className="govuk-body">
          <a className="govuk-notification-banner__link" href={href}>
            {t("kiosk:letters.done.open")}
          </a>
        </p>
      )}
    </NotificationBanner>
  );
}

/** The letters that can be printed again. */
export function PrintedPage({ view }: { view: QueueView }) {
  const { title, letters } = view;
  const t = useT();
  const link = useLink();
  return (
    <Page
      wide
      classes="app-dense"
      before={<BackLink href={link("/staff/letters")}>{t("kiosk:letters.title")}</BackLink>}
    >
      <h1 className="govuk-heading-l">{title}</h1>
      <p className="govuk-body">{t("kiosk:letters.printed-body")}</p>
      {letters.length === 0 ? (
        <p className="govuk-body">{t("kiosk:letters.printed-none")}</p>
      ) : (
        <LetterTable view={view} date={t("kiosk:letters.columns.printed")} />
      )}
    </Page>
  );
}

function LetterTable({ view: { title, letters, first, more }, date: dateHead }: { view: QueueView; date: string }) {
  const t = useT();
  return (
    <>
      <ListTable
        caption={title}
        columns={[t("kiosk:letters.columns.subject"), t("kiosk:letters.columns.name"), dateHead]}
        rows={letters.map(({ href, subject, name, date }) => [
          <a key="subject" className="govuk-link" href={href}>
            <bdi>{subject}</bdi>
          </a>,
          <bdi key="name">{name}</bdi>,
          date,
        ])}
      />
      {(first || more) && (
        <Pagination
          previous={first ? { href: first, text: t("kiosk:letters.first") } : undefined}
          next={more ? { href: more, text: t("kiosk:letters.more") } : undefined}
        />
      )}
    </>
  );
}

export interface LetterPageView extends PageView {
  letter: LetterView;
  pdfHref: string;
  /** When it was printed, in words; undefined while it waits. */
  printed: string | undefined;
  /** Characters that the PDF cannot show. */
  missing: string[];
  /** Where the letter has a code: what to look at before it is printed. */
  code: string | undefined;
  /** Somebody else has the same number, in words. */
  rival: string | undefined;
  /** Where staff are asked once more before something is done with it. */
  deedHref: Record<(typeof letterDeeds)[number], string>;
}

/** A letter as it will be read. */
export function LetterPage({ view }: { view: LetterPageView }) {
  const { letter, printed, title, missing, code } = view;
  const t = useT();
  const link = useLink();
  return (
    <Page before={<BackLink href={link("/staff/letters")}>{t("kiosk:letters.title")}</BackLink>}>
      <h1 className="govuk-heading-l app-no-print">{title}</h1>
      {printed && <p className="govuk-body app-no-print">{printed}</p>}
      {missing.length > 0 && (
        <div className="app-no-print">
          <WarningText>
            {t("kiosk:letters.missing", { count: missing.length, characters: missing.join(" ") })}
          </WarningText>
        </div>
      )}
      {code && !printed && (
        <div className="app-no-print">
          <WarningText>{code}</WarningText>
          {view.rival && <WarningText>{view.rival}</WarningText>}
          <p className="govuk-body">{t("kiosk:letters.masked")}</p>
        </div>
      )}
      <article className="app-letter" aria-labelledby="subject">
        <p className="govuk-body app-letter__address" dir="ltr">
          {[letter.name, ...letter.address].map((line) => (
            <bdi key={line}>{line}</bdi>
          ))}
        </p>
        {letter.texts.map(({ lng, subject, paragraphs }, order) => (
          <div key={lng} lang={lng} dir={languages[lng].dir}>
            {order === 0 && <p className="govuk-body">{letter.date}</p>}
            <h2 className="govuk-heading-m" id={order === 0 ? "subject" : undefined}>
              {subject}
            </h2>
            {paragraphs.map((paragraph) => (
              <p className="govuk-body app-letter__paragraph" key={paragraph}>
                {paragraph === letter.code ? <span className="app-code">{paragraph}</span> : paragraph}
              </p>
            ))}
          </div>
        ))}
      </article>
      <Deeds view={view} />
    </Page>
  );
}

/** What staff may do with a letter. One that had a code is not printed again: the code is not kept. */
function Deeds({ view: { pdfHref, printed, code, deedHref } }: { view: LetterPageView }) {
  const t = useT();
  if (printed && code) return <p className="govuk-body app-no-print">{t("kiosk:letters.not-kept")}</p>;
  if (code)
    return (
      <div className="app-actions app-no-print">
        <Button href={pdfHref}>{t("kiosk:letters.pdf")}</Button>
        <Button classes="govuk-button--secondary" href={deedHref.printed}>
          {t("kiosk:letters.printed")}
        </Button>
        <Button classes="govuk-button--warning" href={deedHref.refuse}>
          {t("kiosk:letters.refuse")}
        </Button>
      </div>
    );
  return (
    <form role="none" method="post" className="app-actions app-no-print">
      {printed ? (
        <Button name="do" value="again">
          {t("kiosk:letters.again")}
        </Button>
      ) : (
        <>
          <Button href={pdfHref}>{t("kiosk:letters.pdf")}</Button>
          <Button classes="govuk-button--secondary" name="do" value="printed">
            {t("kiosk:letters.printed")}
          </Button>
        </>
      )}
    </form>
  );
}
