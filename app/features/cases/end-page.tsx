import type { PageView } from "../../platform/context.server";
import { BackLink } from "../../ui/back-link/back-link";
import { Button } from "../../ui/button/button";
import { useT } from "../../ui/locale/locale";
import { Page } from "../../ui/page/page";

export interface EndView extends PageView {
  to: "cancelled" | "withdrawn";
  heading: string;
  service: string;
  reference: string;
  body: string;
  /** What becomes of money that was paid. */
  paid: string | undefined;
  caseHref: string;
}

/** Asks once more before a booking is given back or a case is withdrawn. */
export function EndPage({ view }: { view: EndView }) {
  const t = useT();
  const { to, caseHref } = view;
  return (
    <Page before={<BackLink href={caseHref} />}>
      <span className="govuk-caption-l">
        {view.service} (<bdi className="app-reference">{view.reference}</bdi>)
      </span>
      <h1 className="govuk-heading-l">{view.heading}</h1>
      <p className="govuk-body">{view.body}</p>
      {view.paid && <p className="govuk-body">{view.paid}</p>}
      <form method="post" className="app-actions">
        <Button classes="govuk-button--warning" preventDoubleClick>
          {t(`cases:end.${to}.button`)}
        </Button>
        <a className="govuk-link" href={caseHref}>
          {t(`cases:end.${to}.keep`)}
        </a>
      </form>
    </Page>
  );
}
