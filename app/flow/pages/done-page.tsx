import { Button } from "../../ui/button/button";
import { CopyButton } from "../../ui/copy-button/copy-button";
import { InsetText } from "../../ui/inset-text/inset-text";
import { useLink, useT } from "../../ui/locale/locale";
import { NextSteps } from "../../ui/next-steps/next-steps";
import { Panel } from "../../ui/panel/panel";
import type { DoneView } from "../done.server";
import { Page, Related } from "./page";

/** The confirmation: the reference, what happens next and by when. */
export function DonePage({ view }: { view: DoneView }) {
  const t = useT();
  const link = useLink();
  return (
    <Page>
      {view.pay ? <Unpaid view={view} /> : <Sent view={view} />}
      {view.booked && (
        <InsetText>
          <p>
            {t("flow:done.booked", { when: view.booked.when })}
            {view.booked.place && (
              <>
                {" "}
                <bdi>{view.booked.place}</bdi>
              </>
            )}
          </p>
          <a className="govuk-link" href={view.booked.calendar}>
            {t("flow:done.calendar")}
          </a>
        </InsetText>
      )}
      {view.paid && (
        <p className="govuk-body">
          {t("flow:done.paid", { amount: view.paid.amount })}{" "}
          <a className="govuk-link" href={view.paid.receipt}>
            {t("flow:done.receipt")}
          </a>
        </p>
      )}
      {view.steps.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{t("flow:done.next")}</h2>
          <NextSteps steps={view.steps} />
        </>
      )}
      {view.promise && <p className="govuk-body">{view.promise}</p>}
      <p className="govuk-body">
        <a className="govuk-link" href={view.caseHref}>
          {t("flow:done.follow")}
        </a>
      </p>
      {view.isGuest && (
        <p className="govuk-body">
          {t("flow:done.guest")}{" "}
          <a className="govuk-link" href={link("/register")}>
            {t("flow:done.register")}
          </a>
        </p>
      )}
      <Related title={t("flow:done.else")} links={view.related} />
    </Page>
  );
}

function Sent({ view }: { view: DoneView }) {
  const t = useT();
  return (
    <>
      <Panel titleText={view.heading}>
        {t("flow:done.reference")}
        <br />
        <strong className="app-reference" dir="ltr">
          {view.reference}
        </strong>
      </Panel>
      <CopyButton value={view.reference} text={t("flow:done.copy")} classes="govuk-!-margin-bottom-4" />
      {view.email && (
        <p className="govuk-body">
          {t(view.held ? "flow:done.email-held" : "flow:done.email")} <bdi>{view.email}</bdi>
        </p>
      )}
    </>
  );
}

function Unpaid({ view }: { view: DoneView }) {
  const t = useT();
  return (
    <>
      <h1 className="govuk-heading-l">{view.heading}</h1>
      <p className="govuk-body">
        {t("flow:done.unpaid-body")}{" "}
        <strong className="app-reference" dir="ltr">
          {view.reference}
        </strong>
      </p>
      <form role="none" method="post" action={view.pay}>
        <input type="hidden" name="again" value="1" />
        <Button preventDoubleClick>{t("flow:done.pay-now")}</Button>
      </form>
    </>
  );
}
