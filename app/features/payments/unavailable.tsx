import { Button } from "../../ui/button/button";
import { useT } from "../../ui/locale/locale";

export interface UnavailableView {
  title: string;
  reference: string;
  amount: string;
  payHref: string;
  caseHref: string;
}

/** The payment provider does not answer: nothing is lost, and the payer may try again. */
export function PaymentUnavailable({ view }: { view: UnavailableView }) {
  const t = useT();
  return (
    <main className="govuk-main-wrapper" id="content" tabIndex={-1}>
      <h1 className="govuk-heading-l">{view.title}</h1>
      <p className="govuk-body">{t("payments:unavailable.body")}</p>
      <p className="govuk-body">{t("payments:unavailable.kept", { reference: view.reference, amount: view.amount })}</p>
      <form method="post" action={view.payHref}>
        <Button preventDoubleClick>{t("payments:again")}</Button>
      </form>
      <p className="govuk-body">
        <a className="govuk-link" href={view.caseHref}>
          {t("payments:case")}
        </a>
      </p>
    </main>
  );
}
