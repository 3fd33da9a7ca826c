import { BackLink } from "../../ui/back-link/back-link";
import { Button } from "../../ui/button/button";
import { CopyButton } from "../../ui/copy-button/copy-button";
import { FileList } from "../../ui/file-list/file-list";
import { InsetText } from "../../ui/inset-text/inset-text";
import { useLink, useT } from "../../ui/locale/locale";
import { NotificationBanner } from "../../ui/notification-banner/notification-banner";
import { Page } from "../../ui/page/page";
import { StatusTag } from "../../ui/status-tag/status-tag";
import { SummaryList } from "../../ui/summary-list/summary-list";
import { Timeline } from "../../ui/timeline/timeline";
import type { TimelineEntry } from "./case-timeline";
import type { CasePageView, ToldCard } from "./case-view.server";

/** A case as its person sees it: what is true now, how it came to that, what they told us. */
export function CasePage({ view }: { view: CasePageView }) {
  const t = useT();
  const link = useLink();
  return (
    <Page before={<BackLink href={link("/account")}>{t("cases:back")}</BackLink>}>
      {view.done && <NotificationBanner type="success">{t(`cases:end.${view.done}.done`)}</NotificationBanner>}
      <h1 className="govuk-heading-l govuk-!-margin-bottom-2">{view.heading}</h1>
      <p className="govuk-body app-actions govuk-!-margin-bottom-4">
        <StatusTag tone={view.tag.tone}>{view.tag.label}</StatusTag>
        <span>
          {t("cases:reference")} <bdi className="app-reference govuk-!-font-weight-bold">{view.reference}</bdi>
        </span>
        <CopyButton value={view.reference} text={t("cases:copy")} />
      </p>
      <p className="govuk-body-l">{view.truth}</p>
      {view.message.length > 0 && (
        <InsetText>
          <p className="govuk-body govuk-!-font-weight-bold">{t("cases:wrote")}</p>
          <Note lines={view.message} />
        </InsetText>
      )}
      {view.more && <p className="govuk-body">{view.more}</p>}
      {view.pay && (
        <form role="none" method="post" action={view.pay.action}>
          <input type="hidden" name="again" value="1" />
          <Button preventDoubleClick>{view.pay.label}</Button>
        </form>
      )}
      <BookingPart view={view} />
      <h2 className="govuk-heading-m">{t("cases:timeline")}</h2>
      <CaseTimeline entries={view.timeline} />
      <ToldPart told={view.told} heading={t("cases:told")} />
      <HelpPart help={view.help} />
      <PaymentsPart view={view} />
      <AgainPart view={view} />
      <EndPart view={view} />
      <h2 className="govuk-heading-m">{t("cases:help")}</h2>
      <p className="govuk-body">{view.call}</p>
      {view.isGuest && (
        <p className="govuk-body">
          <a className="govuk-link" href={link("/register")}>
            {t("cases:keep")}
          </a>
        </p>
      )}
    </Page>
  );
}

/** A text that somebody wrote, in whatever language it is. */
export function Note({ lines }: { lines: string[] }) {
  return (
    <>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines keep their order
        <p className="govuk-body" dir="auto" key={index}>
          {line}
        </p>
      ))}
    </>
  );
}

export function CaseTimeline({ entries }: { entries: TimelineEntry[] }) {
  return (
    <Timeline
      items={entries.map(({ note, ...entry }) => ({ ...entry, children: note.length > 0 && <Note lines={note} /> }))}
    />
  );
}

export function ToldPart({ told, heading }: { told: ToldCard[]; heading: string }) {
  if (told.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">{heading}</h2>
      {told.map(({ title, rows }, index) => (
        <SummaryList
          // biome-ignore lint/suspicious/noArrayIndexKey: cards keep their order
          key={index}
          card={title ? { title: { text: title, headingLevel: 3 } } : undefined}
          rows={rows.map(({ key, lines, files }) => ({
            key: { text: key },
            value: { text: files ? <FileList files={files} /> : <Lines lines={lines} /> },
          }))}
        />
      ))}
    </>
  );
}

/** Who helped to fill it in, where somebody did. */
function HelpPart({ help }: { help: string[] }) {
  const t = useT();
  if (help.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">{t("kiosk:record.title")}</h2>
      {help.map((line) => (
        <p className="govuk-body" key={line}>
          {line}
        </p>
      ))}
    </>
  );
}

function Lines({ lines }: { lines: string[] }) {
  return (
    <>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines keep their order
        <span key={index}>
          {index > 0 && <br />}
          <bdi>{line}</bdi>
        </span>
      ))}
    </>
  );
}

function BookingPart({ view: { booking } }: { view: CasePageView }) {
  const t = useT();
  if (!booking) return null;
  return (
    <>
      <h2 className="govuk-heading-m">{t("cases:booking")}</h2>
      <SummaryList
        rows={[
          { key: { text: t("bookings:when") }, value: { text: booking.when } },
          booking.where && { key: { text: t("bookings:where") }, value: { text: <bdi>{booking.where}</bdi> } },
          { key: { text: t("cases:state") }, value: { text: booking.state } },
        ]}
      />
      {booking.calendarHref && (
        <p className="govuk-body">
          <a className="govuk-link" href={booking.calendarHref}>
            {t("bookings:calendar")}
          </a>{" "}
          <span className="app-quiet">{t("bookings:calendar-hint")}</span>
        </p>
      )}
    </>
  );
}

function PaymentsPart({ view: { payments } }: { view: CasePageView }) {
  const t = useT();
  if (payments.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">{t("cases:payments")}</h2>
      <SummaryList
        rows={payments.map(({ amount, state, receiptHref }) => ({
          key: { text: amount },
          value: { text: state },
          actions: receiptHref ? { items: [{ href: receiptHref, text: t("payments:receipt.link") }] } : undefined,
        }))}
      />
    </>
  );
}

function AgainPart({ view: { again } }: { view: CasePageView }) {
  const t = useT();
  if (!again) return null;
  return (
    <>
      <h2 className="govuk-heading-m">{t("cases:again.title")}</h2>
      <p className="govuk-body">{t("cases:again.body")}</p>
      <form role="none" method="post" action={again}>
        <Button classes="govuk-button--secondary" preventDoubleClick>
          {t("cases:again.button")}
        </Button>
      </form>
    </>
  );
}

function EndPart({ view: { end } }: { view: CasePageView }) {
  const t = useT();
  if (!end) return null;
  return (
    <>
      <h2 className="govuk-heading-m">{t("cases:end.title")}</h2>
      <p className="govuk-body">
        <a className="govuk-link" href={end.href}>
          {end.label}
        </a>
      </p>
    </>
  );
}
