import type { PageView } from "../../platform/context.server";
import { isolate } from "../../platform/i18n/isolate";
import { Button } from "../../ui/button/button";
import { ChimeButton } from "../../ui/chime/chime";
import { FormErrorSummary, type Message, useMessage } from "../../ui/form-errors/form-errors";
import { Input } from "../../ui/input/input";
import { useLink, useT } from "../../ui/locale/locale";
import { Page } from "../../ui/page/page";

import { FloorCalls, type WaitingCall } from "./floor-calls";

export interface FloorView extends PageView {
  /** Where the floorwalker works now; undefined until they have given its PIN. */
  site: string | undefined;
  /** The visits that they help in, and may go back to. */
  helps: { href: string; kiosk: string }[];
  /** Who waits for help there, and what tells that from how it stands now. */
  calls: WaitingCall[];
  stand: string;
  /** The number as typed; a PIN is never shown again. */
  typed: string;
  error: Message | undefined;
}

/** Where a floorwalker begins: the PIN of their site, then the number on a customer's screen. */
export function FloorPage({ view: { title, site, helps, calls, stand, typed, error } }: { view: FloorView }) {
  const t = useT();
  const link = useLink();
  const message = useMessage();
  const field = site ? "code" : "pin";
  return (
    <Page>
      <FormErrorSummary errors={{ [field]: error }} />
      <h1 className="govuk-heading-l">{title}</h1>
      {site && <p className="govuk-body">{t("kiosk:floor.at", { site: isolate(site) })}</p>}
      {site && (
        <>
          <h2 className="govuk-heading-m">{t("kiosk:floor.calls.title")}</h2>
          <div
            id="calls"
            aria-live="polite"
            data-watch={link("/floor/state")}
            data-state={stand}
            data-part={link("/floor/calls")}
          >
            <FloorCalls calls={calls} />
          </div>
          <ChimeButton of="calls" on={t("kiosk:floor.calls.sound")} />
        </>
      )}
      {helps.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{t("kiosk:floor.open")}</h2>
          <ul className="govuk-list">
            {helps.map(({ href, kiosk }) => (
              <li key={href}>
                <a className="govuk-link" href={href}>
                  {t("kiosk:floor.back-to", { kiosk: isolate(kiosk) })}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <form method="post" noValidate>
        <Input
          name={field}
          type={site ? "text" : "password"}
          label={{ text: t(`kiosk:floor.${field}`) }}
          hint={{ text: t(`kiosk:floor.${field}-hint`) }}
          classes="govuk-input--width-10"
          value={site && typed}
          inputMode="numeric"
          autoComplete="off"
          attributes={{ dir: "ltr" }}
          errorMessage={message(error)}
        />
        <Button preventDoubleClick>{t(site ? "kiosk:floor.ask" : "ui:continue")}</Button>
      </form>
    </Page>
  );
}
