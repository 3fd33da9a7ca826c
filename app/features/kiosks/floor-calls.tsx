import type { Texts } from "../../platform/i18n/i18n.server";
import { isolate } from "../../platform/i18n/isolate";
import { useLink, useT } from "../../ui/locale/locale";
import type { Call } from "./calls.server";

/** A call as pages show it. */
export interface WaitingCall extends Omit<Call, "since"> {
  /** The time of day. */
  since: string;
}

export const waitingCalls = (text: Texts, calls: Call[]): WaitingCall[] =>
  calls.map(({ since, ...call }) => ({ ...call, since: text.time(since) }));

/** Who waits for help at a site, and since when: the part of the floorwalker's page that comes anew by itself. */
export function FloorCalls({ calls }: { calls: WaitingCall[] }) {
  const t = useT();
  const link = useLink();
  if (calls.length === 0) return <p className="govuk-body">{t("kiosk:floor.calls.none")}</p>;
  return (
    <form role="none" method="post" action={link("/floor")}>
      <ul className="govuk-list app-calls">
        {calls.map(({ visitId, kiosk, since, isOwn }) => (
          <li key={visitId} className="app-calls__call" data-call={isOwn ? undefined : visitId}>
            <span>
              <strong>
                <bdi>{kiosk}</bdi>
              </strong>{" "}
              {t(isOwn ? "kiosk:floor.calls.own" : "kiosk:floor.calls.since", { since })}
            </span>
            <button
              type="submit"
              className={`govuk-button ${isOwn ? "govuk-button--secondary" : ""} app-calls__button`}
              name={isOwn ? "give-back" : "take"}
              value={visitId}
            >
              {t(isOwn ? "kiosk:floor.calls.back" : "kiosk:floor.calls.take")}
              <span className="govuk-visually-hidden"> {isolate(kiosk)}</span>
            </button>
          </li>
        ))}
      </ul>
    </form>
  );
}
