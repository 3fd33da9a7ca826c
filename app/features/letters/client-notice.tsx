import { isolate } from "../../platform/i18n/isolate";
import { useT } from "../../ui/locale/locale";

/** Stands on every page that staff fill in for somebody else. */
export function ClientNotice({ name, doneHref }: { name: string; doneHref: string }) {
  const t = useT();
  return (
    <section className="app-helper" aria-labelledby="client">
      <div className="govuk-width-container app-actions">
        <h2 className="govuk-heading-m govuk-!-margin-bottom-0" id="client">
          {t("kiosk:calls.acting", { name: isolate(name) })}
        </h2>
        <a className="govuk-link" href={doneHref}>
          {t("kiosk:calls.done")}
        </a>
      </div>
    </section>
  );
}
