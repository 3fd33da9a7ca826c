import { unbroken } from "../../platform/i18n/unbroken";
import { Button } from "../../ui/button/button";
import { useT } from "../../ui/locale/locale";

export interface OpenView {
  title: string;
  /** The payment provider was asked a moment ago and did not answer. */
  unavailable: boolean;
  reference: string;
  amount: string;
  payHref: string;
  caseHref: string;
}

/** A payment that is still to be made. Its button, and not the page, sends the payer to the provider. */
export function PaymentOpen({ view }: { view: OpenView }) {
  const t = useT();
  const { unavailable, reference, amount } = view;
  const key = unavailable ? "payments:unavailable" : "payments:open";
  return (
    <main className="govuk-main-wrapper" id="content" tabIndex={-1}>
      <h1 className="govuk-heading-l">{view.title}</h1>
      <p className="govuk-body">{t(`${key}.body`)}</p>
      <p className="govuk-body">{t(`${key}.kept`, { reference: unbroken(reference), amount })}</p>
      <form role="none" method="post" action={view.payHref}>
        <Button preventDoubleClick>{t(unavailable ? "payments:again" : "payments:open.continue")}</Button>
      </form>
      <p className="govuk-body">
        <a className="govuk-link" href={view.caseHref}>
          {t("payments:case")}
        </a>
      </p>
    </main>
  );
}
