import { unbroken } from "../../platform/i18n/unbroken";
import { Button } from "../../ui/button/button";
import { InsetText } from "../../ui/inset-text/inset-text";
import { useT } from "../../ui/locale/locale";

export interface ResultView {
  title: string;
  /** `checking`: not known yet. `ended`: no money was taken. `given-back`: it was, but could not be used. */
  kind: "checking" | "ended" | "given-back";
  /** What came of it, in a sentence. */
  why?: string;
  amount: string;
  reference: string;
  /** The place that was to be paid for, and until when it is kept. */
  place?: { when: string; until?: string };
  /** Whether another attempt can be made. */
  again: boolean;
  payHref: string;
  checkHref: string;
  caseHref: string;
  serviceHref: string;
}

/** What became of a payment that is not (yet) made. Nothing here refreshes by itself: the reader says when. */
export function PaymentResult({ view }: { view: ResultView }) {
  const t = useT();
  const { kind, amount, reference } = view;
  return (
    <main className="govuk-main-wrapper" id="content" tabIndex={-1}>
      <h1 className="govuk-heading-l">{view.title}</h1>
      {view.why && <p className="govuk-body-l">{view.why}</p>}
      <p className="govuk-body">{t(`payments:${kind}.body`, { amount })}</p>
      {kind === "checking" && <p className="govuk-body">{t("payments:checking.leave")}</p>}
      <Kept view={view} />
      <InsetText>{t("payments:reference", { reference: unbroken(reference) })}</InsetText>
      <Next view={view} />
      <p className="govuk-body">
        <a className="govuk-link" href={view.caseHref}>
          {t("payments:case")}
        </a>
      </p>
    </main>
  );
}

function Kept({ view: { kind, place } }: { view: ResultView }) {
  const t = useT();
  if (kind === "checking") return null;
  if (kind === "ended" && !place) return <p className="govuk-body">{t("payments:ended.kept")}</p>;
  if (!place) return null;
  const key = place.until ? "payments:place.kept" : "payments:place.gone";
  return <p className="govuk-body">{t(key, { when: place.when, until: place.until })}</p>;
}

function Next({ view }: { view: ResultView }) {
  const t = useT();
  if (view.kind === "checking")
    return (
      <form role="none" method="get" action={view.checkHref}>
        <Button preventDoubleClick>{t("payments:checking.check")}</Button>
      </form>
    );
  if (view.again && (!view.place || view.place.until))
    return (
      <form role="none" method="post" action={view.payHref}>
        <input type="hidden" name="again" value="yes" />
        <Button preventDoubleClick>{t("payments:again")}</Button>
      </form>
    );
  return <Button href={view.serviceHref}>{t("payments:start-again")}</Button>;
}
