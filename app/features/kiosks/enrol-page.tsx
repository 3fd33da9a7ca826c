import type { PageView } from "../../platform/context.server";
import { Button } from "../../ui/button/button";
import { ErrorSummary } from "../../ui/error-summary/error-summary";
import { Input } from "../../ui/input/input";
import { useT } from "../../ui/locale/locale";
import { Page } from "../../ui/page/page";

export interface EnrolView extends PageView {
  error: string | undefined;
}

/** Makes the device that shows it a kiosk. */
export function EnrolPage({ view: { title, error } }: { view: EnrolView }) {
  const t = useT();
  return (
    <Page>
      {error && <ErrorSummary errorList={[{ text: t(error), href: "#code" }]} />}
      <h1 className="govuk-heading-l">{title}</h1>
      <p className="govuk-body">{t("kiosk:enrol.body")}</p>
      <form method="post" noValidate>
        <Input
          name="code"
          label={{ text: t("kiosk:enrol.code") }}
          hint={{ text: t("kiosk:enrol.hint") }}
          classes="govuk-input--width-10"
          inputMode="numeric"
          autoComplete="off"
          attributes={{ dir: "ltr" }}
          errorMessage={error ? { text: t(error) } : undefined}
        />
        <Button preventDoubleClick>{t("kiosk:enrol.button")}</Button>
      </form>
    </Page>
  );
}
