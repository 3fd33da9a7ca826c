import type { PageView } from "../../platform/context.server";
import { Button } from "../../ui/button/button";
import { useLink, useT } from "../../ui/locale/locale";
import { Page } from "../../ui/page/page";

export interface HelpView extends PageView {
  /** The number of this visit, for a helper. */
  code: string;
  phone: string;
  /** Nobody was called yet. */
  canCall: boolean;
}

/** Who can help somebody at a kiosk, and the number that lets a helper in. */
export function HelpPage({ view: { title, code, phone, canCall } }: { view: HelpView }) {
  const t = useT();
  const link = useLink();
  return (
    <Page>
      <h1 className="govuk-heading-l">{title}</h1>
      <p className="govuk-body">{t("kiosk:help.ask")}</p>
      {canCall && (
        <form role="none" method="post">
          <Button>{t("kiosk:help.call")}</Button>
        </form>
      )}
      <p className="govuk-body">{t("kiosk:help.number")}</p>
      <p className="app-code app-code--large">
        <bdi dir="ltr">{code}</bdi>
      </p>
      <p className="govuk-body">{t("kiosk:help.you-choose")}</p>
      <p className="govuk-body">{t("kiosk:help.phone", { phone })}</p>
      <p className="govuk-body">
        <a className="govuk-link" href={link("/")}>
          {t("kiosk:end.carry-on")}
        </a>
      </p>
    </Page>
  );
}
