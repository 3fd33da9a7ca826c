import type { PageView } from "../../platform/context.server";
import { Button } from "../../ui/button/button";
import { useLink, useT } from "../../ui/locale/locale";
import { Page } from "../../ui/page/page";

export interface IdleView extends PageView {
  /** How long the page waits for an answer. */
  seconds: number;
  /** Where whoever is still there goes on. */
  back: string;
}

/** Asks whether somebody is still there, where no script can. If nobody says so, the page itself leads to the end. */
export function IdlePage({ view }: { view: IdleView }) {
  const t = useT();
  const link = useLink();
  return (
    <Page>
      <h1 className="govuk-heading-l">{view.title}</h1>
      <p className="govuk-body">{t("kiosk:idle.body", { seconds: view.seconds })}</p>
      <div className="app-actions">
        <form role="none" method="post" action={link("/kiosk/still-here")}>
          <input type="hidden" name="back" value={view.back} />
          <Button>{t("kiosk:idle.stay")}</Button>
        </form>
        <form role="none" method="post" action={link("/kiosk/end")}>
          <Button classes="govuk-button--secondary">{t("kiosk:bar.end")}</Button>
        </form>
      </div>
    </Page>
  );
}
