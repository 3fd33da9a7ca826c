import type { PageView } from "../../platform/context.server";
import { BackLink } from "../../ui/back-link/back-link";
import { Button } from "../../ui/button/button";
import { useT } from "../../ui/locale/locale";
import { Page } from "../../ui/page/page";

/** What staff do with a letter that has a code. */
export const letterDeeds = ["printed", "refuse"] as const;

export interface LetterConfirmView extends PageView {
  deed: (typeof letterDeeds)[number];
  /** The letter. */
  back: string;
}

/** Asks once more: the code is forgotten with the one, the letter itself with the other. */
export function LetterConfirmPage({ view: { title, deed, back } }: { view: LetterConfirmView }) {
  const t = useT();
  return (
    <Page before={<BackLink href={back} />}>
      <h1 className="govuk-heading-l">{title}</h1>
      <p className="govuk-body">{t(`kiosk:letters.confirm.${deed}.body`)}</p>
      <form method="post" action={back} className="app-actions">
        <Button
          classes={deed === "refuse" ? "govuk-button--warning" : undefined}
          name="do"
          value={deed}
          preventDoubleClick
        >
          {t(`kiosk:letters.confirm.${deed}.button`)}
        </Button>
        <a className="govuk-link" href={back}>
          {t("kiosk:letters.confirm.back")}
        </a>
      </form>
    </Page>
  );
}
