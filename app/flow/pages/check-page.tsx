import { Button } from "../../ui/button/button";
import { InsetText } from "../../ui/inset-text/inset-text";
import { useT } from "../../ui/locale/locale";
import { NotificationBanner } from "../../ui/notification-banner/notification-banner";
import type { CheckView } from "../check.server";
import { AnswerCards } from "./answer-cards";
import { Caption, Page } from "./page";

/** All answers once more, each with a way to change it; the price and the promise stand above the button that sends. */
export function CheckPage({ view }: { view: CheckView }) {
  const t = useT();
  return (
    <Page back={view.back}>
      {view.changed.length > 0 && (
        <NotificationBanner role="alert">
          {view.changed.map((sentence) => (
            <p className="govuk-body govuk-!-font-weight-bold" key={sentence}>
              {sentence}
            </p>
          ))}
        </NotificationBanner>
      )}
      <Caption>{view.caption}</Caption>
      <h1 className="govuk-heading-l">{t("flow:check.title")}</h1>
      <AnswerCards cards={view.cards} />
      {view.amount && (
        <p className="govuk-body govuk-!-font-size-24">
          {t("flow:check.pay")} <strong>{view.amount}</strong>
        </p>
      )}
      {view.promise && <InsetText>{view.promise}</InsetText>}
      {view.data && <p className="govuk-body">{view.data}</p>}
      <form method="post" action={view.action} noValidate>
        <input type="hidden" name="draft" value={view.draftId} />
        <input type="hidden" name="seen" value={view.seen} />
        <Button preventDoubleClick>{view.button}</Button>
      </form>
    </Page>
  );
}
