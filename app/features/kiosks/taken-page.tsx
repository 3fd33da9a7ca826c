import type { PageView } from "../../platform/context.server";
import { Button } from "../../ui/button/button";
import { FormErrorSummary, type Message, useMessage } from "../../ui/form-errors/form-errors";
import { Input } from "../../ui/input/input";
import { useLink, useT } from "../../ui/locale/locale";
import { Page } from "../../ui/page/page";
import { Compare, LookAgain } from "./handover-page";

export interface TakenView extends PageView {
  kind: "code" | "offer" | "number" | "wait" | "gone";
  watch: string | undefined;
  again: string;
  number: string;
  service: string;
  typed: string;
  error: Message | undefined;
}

/** A draft that comes from a kiosk, as the device shows it that takes it. */
export function TakenPage({ view }: { view: TakenView }) {
  const t = useT();
  const link = useLink();
  const { kind, title } = view;
  if (kind === "number")
    return (
      <Page>
        <Compare title={title} number={view.number} />
      </Page>
    );
  return (
    <Page>
      {view.watch && <div data-watch={view.watch} data-state={kind} />}
      <FormErrorSummary errors={{ code: view.error }} />
      <h1 className="govuk-heading-l">{title}</h1>
      {kind === "code" && <CodeForm view={view} />}
      {kind === "offer" && (
        <form role="none" method="post">
          <p className="govuk-body">{t("kiosk:take.open.body", { service: view.service })}</p>
          <Button preventDoubleClick>{t("kiosk:take.open.button")}</Button>
        </form>
      )}
      {kind === "wait" && (
        <>
          <p className="govuk-body">{t("kiosk:take.open.wait-body")}</p>
          <LookAgain href={view.again} />
        </>
      )}
      {kind === "gone" && (
        <>
          <p className="govuk-body">{t("kiosk:take.open.gone-body")}</p>
          <p className="govuk-body">
            <a className="govuk-link" href={link("/services")}>
              {t("home:all-services")}
            </a>
          </p>
        </>
      )}
    </Page>
  );
}

function CodeForm({ view: { error, typed } }: { view: TakenView }) {
  const t = useT();
  const message = useMessage();
  return (
    <form method="post" noValidate>
      <Input
        name="code"
        label={{ text: t("kiosk:take.open.code") }}
        hint={{ text: t("kiosk:take.open.code-hint") }}
        classes="govuk-input--width-10"
        value={typed}
        autoComplete="off"
        spellCheck={false}
        autoCapitalize="characters"
        attributes={{ dir: "ltr" }}
        errorMessage={message(error)}
      />
      <Button preventDoubleClick>{t("ui:continue")}</Button>
    </form>
  );
}
