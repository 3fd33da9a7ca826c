import { BottomBar } from "../../ui/bottom-bar/bottom-bar";
import { IdleDialog } from "../../ui/idle-dialog/idle-dialog";
import { useLink, useT } from "../../ui/locale/locale";
import { type IdleSeconds, tellSeconds } from "./idle";

/** What stands around every page of a visit to a kiosk: the bar with its way out, and the warning before it ends. */
export function KioskFrame({ idle: { warn, end } }: { idle: IdleSeconds }) {
  const t = useT();
  const link = useLink();
  return (
    <>
      <BottomBar
        label={t("kiosk:bar.label")}
        links={[
          { href: "#languages", text: t("kiosk:bar.languages") },
          { action: link("/kiosk/help"), text: t("kiosk:bar.help") },
          { href: link("/kiosk/take"), text: t("kiosk:bar.take") },
        ]}
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

/**
 * Without scripts nobody counts on the page: it leads by itself to the one that asks, and that one to the end.
 * @param here the page's own path and query, which whoever is still there comes back to
 */
export function KioskHead({ here, idle: { warn, end } }: { here: string; idle: IdleSeconds }) {
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
