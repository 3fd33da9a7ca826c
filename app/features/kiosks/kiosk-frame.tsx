import { BottomBar } from "../../ui/bottom-bar/bottom-bar";
import { IdleDialog } from "../../ui/idle-dialog/idle-dialog";
import { useLink, useT } from "../../ui/locale/locale";

/** Seconds without a touch: a warning first, then the end. The server counts too; see `idleMs`. */
const seconds = { warn: 60, end: 90 };

/** What stands around every page of a visit to a kiosk: the bar with its way out, and the warning before it ends. */
export function KioskFrame() {
  const t = useT();
  const link = useLink();
  return (
    <>
      <BottomBar
        label={t("kiosk:bar.label")}
        links={[
          { href: "#languages", text: t("kiosk:bar.languages") },
          { href: link("/kiosk/help"), text: t("kiosk:bar.help") },
          { href: link("/kiosk/take"), text: t("kiosk:bar.take") },
        ]}
        end={{ action: link("/kiosk/end"), text: t("kiosk:bar.end") }}
      />
      <IdleDialog
        title={t("kiosk:idle.title")}
        body={t("kiosk:idle.body", { seconds: seconds.end - seconds.warn })}
        stay={t("kiosk:idle.stay")}
        end={t("kiosk:bar.end")}
        stayAction={link("/kiosk/still-here")}
        endAction={link("/kiosk/end")}
        warnAfter={seconds.warn}
        endAfter={seconds.end}
      />
    </>
  );
}

/** Without scripts nobody counts on the page: it asks by itself whether the visit is over. */
export function KioskHead() {
  const link = useLink();
  return (
    <noscript>
      <meta httpEquiv="refresh" content={`${seconds.end}; url=${link("/kiosk/end")}`} />
    </noscript>
  );
}
