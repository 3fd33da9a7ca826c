import { BottomBar } from "../../ui/bottom-bar/bottom-bar";
import { IdleDialog } from "../../ui/idle-dialog/idle-dialog";
import { useLink, useT } from "../../ui/locale/locale";
import { type IdleSeconds, tellSeconds } from "./idle";
import { lookNames, looks } from "./look";

interface KioskFrameProps {
  /** The page's own path and query, which whoever changes its look, or is still there, comes back to. */
  here: string;
  idle: IdleSeconds;
}

interface BarProps extends KioskFrameProps {
  /** The page's form by which the look is changed, so that nothing typed in it is lost. */
  form: string | undefined;
}

/** What stands around every page of a visit to a kiosk: the bar with its way out, and the warning before it ends. */
export function KioskFrame({ here, idle: { warn, end }, form }: BarProps) {
  const t = useT();
  const link = useLink();
  const switches = looks.map((look) => ({
    name: lookNames[look],
    on: t(`kiosk:look.${lookNames[look]}.on`),
    off: t(`kiosk:look.${lookNames[look]}.off`),
    action: link("/kiosk/look"),
    back: here,
    form,
  }));
  return (
    <>
      <BottomBar
        label={t("kiosk:bar.label")}
        links={[
          { href: "#languages", text: t("kiosk:bar.languages") },
          { action: link("/kiosk/help"), text: t("kiosk:bar.help") },
          { href: link("/kiosk/take"), text: t("kiosk:bar.take") },
        ]}
        switches={switches}
        end={{ action: link("/kiosk/end"), text: t("kiosk:bar.end") }}
      />
      <IdleDialog
        title={t("kiosk:idle.title")}
        body={t("kiosk:idle.body", { seconds: end - warn })}
        stay={t("kiosk:idle.stay")}
        end={t("kiosk:bar.end")}
        stayAction={link("/kiosk/still-here")}
        endAction={link("/kiosk/end")}
        warnAfter={warn}
        endAfter={end}
        tellEvery={tellSeconds}
      />
    </>
  );
}

/** Without scripts nobody counts on the page: it leads by itself to the one that asks, and that one to the end. */
export function KioskHead({ here, idle: { warn, end } }: KioskFrameProps) {
  const link = useLink();
  const isAsking = here.startsWith(askPath);
  const content = isAsking
    ? `${end - warn}; url=${link("/kiosk/end")}`
    : `${warn}; url=${link(`${askPath}?back=${encodeURIComponent(here)}`)}`;
  return (
    <noscript>
      <meta httpEquiv="refresh" content={content} />
    </noscript>
  );
}

const askPath = "/kiosk/idle";
