import { useT } from "../../ui/locale/locale";
import { SummaryList } from "../../ui/summary-list/summary-list";

export interface ReceiptView {
  title: string;
  council: { name: string; phone: string };
  amount: string;
  refunded: boolean;
  at: string;
  reference: string;
  paymentId: string;
  what: string;
  billReference?: string;
  caseHref: string;
}

/** What was paid, when, to whom and what for: on one sheet of paper. */
export function PaymentReceipt({ view }: { view: ReceiptView }) {
  const t = useT();
  const row = (id: string, text: string, isCode = false) => ({
    key: { text: t(`payments:receipt.${id}`) },
    value: { text: isCode ? <bdi className={id === "reference" ? "app-reference" : undefined}>{text}</bdi> : text },
  });
  return (
    <main className="govuk-main-wrapper" id="content" tabIndex={-1}>
      <h1 className="govuk-heading-l">{view.title}</h1>
      <SummaryList
        rows={[
          row("amount", view.amount),
          row(view.refunded ? "refunded-at" : "paid-at", view.at),
          row("paid-to", view.council.name),
          row("what", view.what),
          view.billReference ? row("bill", view.billReference, true) : undefined,
          row("reference", view.reference, true),
          row("payment", view.paymentId, true),
          row("vat", t("payments:receipt.no-vat")),
        ]}
      />
      <p className="govuk-body">{t(view.refunded ? "payments:receipt.refunded" : "payments:receipt.keep")}</p>
      <p className="govuk-body govuk-!-display-none-print">
        <a className="govuk-link" href={view.caseHref}>
          {t("payments:case")}
        </a>
      </p>
    </main>
  );
}
