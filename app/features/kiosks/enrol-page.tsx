import type { PageView } from "../../platform/context.server";
import { Button } from "../../ui/button/button";
import { FormErrorSummary, type Message, useMessage } from "../../ui/form-errors/form-errors";
import { Input } from "../../ui/input/input";
import { useT } from "../../ui/locale/locale";
import { Page } from "../../ui/page/page";

export interface EnrolView extends PageView {
  typed: string;
  error: Message | undefined;
}

/** Makes the device that shows it a kiosk. */
export function EnrolPage({ view: { title, typed, error } }: { view: EnrolView }) {
  const t = useT();
  const message = useMessage();
  return (
    <Page>
      <FormErrorSummary errors={{ code: error }} />
      <h1 className="govuk-heading-l">{title}</h1>
      <p className="govuk-body">{t("kiosk:enrol.body")}</p>
      <form method="post" noValidate>
        <Input
          name="code"
          label={{ text: t("kiosk:enrol.code") }}
          hint={{ text: t("kiosk:enrol.hint") }}
          classes="govuk-input--width-10"
          value={typed}
          inputMode="numeric"
          autoComplete="off"
          attributes={{ dir: "ltr" }}
          errorMessage={message(error)}
        />
        <Button preventDoubleClick>{t("kiosk:enrol.button")}</Button>
      </form>
    </Page>
  );
}
