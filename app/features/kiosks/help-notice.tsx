import { isolate } from "../../platform/i18n/isolate";
import { Button } from "../../ui/button/button";
import { useLink, useT } from "../../ui/locale/locale";
import type { HelpLine } from "./help-line";

interface HelpNoticeProps {
  help: HelpLine | undefined;
  /** The page that the answer comes back to. */
  here: string;
}

/** The place on every page of a visit where a helper's notice comes and goes while somebody types below it. */
export function HelpPlace({ help, here }: HelpNoticeProps) {
  const link = useLink();
  return (
    <div
      aria-live="polite"
      data-watch={link("/kiosk/state")}
      data-state={help?.stand ?? ""}
      data-part={link(`/kiosk/notice?back=${encodeURIComponent(here)}`)}
    >
      <HelpNotice help={help} here={here} />
    </div>
  );
}

/** Who asks to help, with what they would see; or who helps, with the way to stop it. */
export function HelpNotice({ help, here }: HelpNoticeProps) {
  const t = useT();
  const link = useLink();
  if (!help) return null;
  const name = isolate(help.name);
  return (
    <section
      className={`app-helper app-helper--${help.state}`}
      aria-labelledby="helper"
      data-idle-limits={help.idle && `${help.idle.warn} ${help.idle.end}`}
    >
      <form role="none" method="post" action={link("/kiosk/helper")} className="govuk-width-container">
        <input type="hidden" name="back" value={here} />
        <input type="hidden" name="stand" value={help.stand} />
        <h2 className="govuk-heading-m" id="helper">
          {t(`kiosk:helper.${help.state}`, { name })}
        </h2>
        {help.idle ? (
          <>
            <p className="govuk-body">{t("kiosk:helper.stay")}</p>
            <p className="govuk-body">{t("kiosk:helper.wait", { count: Math.floor(help.idle.end / 60) })}</p>
            <Button classes="govuk-button--secondary" name="answer" value="cancel">
              {t("kiosk:helper.cancel")}
            </Button>
          </>
        ) : help.state === "asked" ? (
          <>
            <p className="govuk-body">{t("kiosk:helper.sees", { name })}</p>
            <div className="app-actions">
              <Button name="answer" value="yes">
                {t("kiosk:helper.yes", { name })}
              </Button>
              <Button classes="govuk-button--secondary" name="answer" value="no">
                {t("kiosk:helper.no")}
              </Button>
            </div>
          </>
        ) : (
          <Button classes="govuk-button--secondary" name="answer" value="stop">
            {t("kiosk:helper.stop")}
          </Button>
        )}
      </form>
    </section>
  );
}
