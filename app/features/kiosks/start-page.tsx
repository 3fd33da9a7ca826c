import type { PageView } from "../../platform/context.server";
import { Button } from "../../ui/button/button";
import { Icon } from "../../ui/icon/icon";
import type { IconName } from "../../ui/icon/icons";
import { useLink, useT } from "../../ui/locale/locale";
import { NotificationBanner } from "../../ui/notification-banner/notification-banner";
import { Page } from "../../ui/page/page";
import { lookNames, looks } from "./look";

export interface StartView extends PageView {
  /** Somebody has just ended their visit here. */
  ended: boolean;
  languages: { lng: string; name: string; dir: "ltr" | "rtl"; href: string; current: boolean }[];
  /** The ways in, by what the form sends. */
  ways: { to: string; icon: IconName; title: string; hint: string }[];
}

/** The start screen of a kiosk: languages first, then the ways in. Each of them begins a visit, so each is sent. */
export function StartPage({ view }: { view: StartView }) {
  const t = useT();
  const link = useLink();
  return (
    <Page wide classes="app-start">
      {view.ended && (
        <NotificationBanner type="success" disableAutoFocus>
          {t("kiosk:start.ended")}
        </NotificationBanner>
      )}
      <h1 className="govuk-heading-l">{view.title}</h1>
      <nav aria-label={t("kiosk:start.languages")}>
        <ul className="app-start__languages">
          {view.languages.map(({ lng, name, dir, href, current }) => (
            <li key={lng}>
              <a
                className="govuk-button govuk-button--secondary"
                href={href}
                lang={lng}
                hrefLang={lng}
                dir={dir}
                aria-current={current ? "true" : undefined}
              >
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <form method="post" action={link("/kiosk")} aria-label={t("kiosk:look.title")} className="app-start__looks">
        {looks.map((look) => (
          <Button key={look} classes="govuk-button--secondary" name={lookNames[look]} value="on">
            {t(`kiosk:look.${lookNames[look]}.on`)}
          </Button>
        ))}
      </form>
      <h2 className="govuk-heading-m">{t("home:title")}</h2>
      <form method="post" action={link("/kiosk")}>
        <ul className="app-start__ways">
          {view.ways.map((way) => (
            <li key={way.to}>
              <Way {...way} />
            </li>
          ))}
        </ul>
        <p className="govuk-body app-start__foot">
          <button type="submit" className="govuk-button app-start__help" name="to" value="help">
            {t("kiosk:bar.help")}
          </button>{" "}
          <button type="submit" className="govuk-button govuk-button--secondary" name="to" value="search">
            {t("kiosk:start.search")}
          </button>
        </p>
      </form>
      <p className="govuk-body">{t("kiosk:start.private")}</p>
    </Page>
  );
}

function Way({ to, icon, title, hint }: StartView["ways"][number]) {
  return (
    <button type="submit" className="app-start__way" name="to" value={to}>
      <Icon name={icon} classes="app-start__icon" />
      <span>
        <span className="app-start__verb">{title}</span> <span className="app-start__hint">{hint}</span>
      </span>
    </button>
  );
}
