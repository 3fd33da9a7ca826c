import { useLink, useT } from "../../ui/locale/locale";
import { SummaryList } from "../../ui/summary-list/summary-list";
import type { Finding, ResultView } from "../find.server";
import { Caption, Page, Related } from "./page";

/** What was found. */
export function ResultPage({ view }: { view: ResultView }) {
  const t = useT();
  const link = useLink();
  return (
    <Page back={view.again}>
      <Caption>{view.caption}</Caption>
      <h1 className="govuk-heading-l">{view.heading}</h1>
      {view.intro && (
        <p className="govuk-body" dir="auto">
          {view.intro}
        </p>
      )}
      {view.nothing && (
        <>
          <p className="govuk-body">{view.nothing}</p>
          <p className="govuk-body">
            <a className="govuk-link" href={link("/contact")}>
              {t("flow:get-help")}
            </a>
          </p>
        </>
      )}
      {view.findings.map((finding) => (
        <Found key={finding.title} finding={finding} />
      ))}
      {view.next.length > 0 && (
        <ul className="govuk-list govuk-list--bullet">
          {view.next.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={view.again}>
          {t("flow:result.again")}
        </a>
      </p>
      <Related title={t("flow:related")} links={view.related} />
    </Page>
  );
}

function Found({ finding }: { finding: Finding }) {
  return (
    <section className="app-finding">
      <h2 className="govuk-heading-m govuk-!-margin-bottom-2">
        <bdi>{finding.title}</bdi>
      </h2>
      {finding.lines.map((line) => (
        <p className="govuk-body govuk-!-margin-bottom-2" key={line} dir="auto">
          {line}
        </p>
      ))}
      {finding.links && finding.links.length > 0 && (
        <ul className="govuk-list">
          {finding.links.map(({ text, href }) => (
            <li key={href}>
              <a className="govuk-link" href={href}>
                <bdi>{text}</bdi>
              </a>
            </li>
          ))}
        </ul>
      )}
      {finding.rows && (
        <SummaryList rows={finding.rows.map(({ key, value }) => ({ key: { text: key }, value: { text: value } }))} />
      )}
    </section>
  );
}
