import { Button } from "../../ui/button/button";
import { useT } from "../../ui/locale/locale";
import { SummaryList } from "../../ui/summary-list/summary-list";
import { WarningText } from "../../ui/warning-text/warning-text";

export interface DemoPayView {
  title: string;
  amount: string;
  council: string;
  reference: string;
  state: string;
  returnHref: string;
}

/** Stands in for a card payment page: whoever tries the portal out decides how the payment goes. */
export function DemoPay({ view }: { view: DemoPayView }) {
  const t = useT();
  const row = (id: string, text: string) => ({
    key: { text: t(`payments:demo.${id}`) },
    value: { text: <bdi>{text}</bdi> },
  });
  const isOpen = view.state === "started";
  return (
    <main className="govuk-main-wrapper" id="content" tabIndex={-1}>
      <h1 className="govuk-heading-l">{view.title}</h1>
      <WarningText>{t("payments:demo.warning")}</WarningText>
      <SummaryList rows={[row("amount", view.amount), row("to", view.council), row("reference", view.reference)]} />
      {isOpen ? <Choices /> : <Over view={view} />}
    </main>
  );
}

function Choices() {
  const t = useT();
  const choice = (value: string, classes?: string) => (
    <Button name="choice" value={value} classes={classes} preventDoubleClick>
      {t(`payments:demo.${value}`)}
    </Button>
  );
  return (
    <form method="post">
      <p className="govuk-body">{t("payments:demo.choose")}</p>
      <div className="govuk-button-group">
        {choice("pay")}
        {choice("decline", "govuk-button--secondary")}
        {choice("cancel", "govuk-button--secondary")}
        {choice("leave", "govuk-button--secondary")}
      </div>
    </form>
  );
}

function Over({ view }: { view: DemoPayView }) {
  const t = useT();
  return (
    <>
      <p className="govuk-body">{t(`payments:demo.over.${view.state}`)}</p>
      <Button href={view.returnHref}>{t("payments:demo.back", { council: view.council })}</Button>
    </>
  );
}
