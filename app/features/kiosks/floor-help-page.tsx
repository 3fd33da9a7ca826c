import type { PageView } from "../../platform/context.server";
import { BackLink } from "../../ui/back-link/back-link";
import { Button } from "../../ui/button/button";
import { FormErrorSummary, useMessage } from "../../ui/form-errors/form-errors";
import { InsetText } from "../../ui/inset-text/inset-text";
import { useLink, useT } from "../../ui/locale/locale";
import { Page } from "../../ui/page/page";
import { Radios } from "../../ui/radios/radios";
import { type ToldCard, ToldPart } from "../cases/cases";

/** What somebody may need help with. */
export const helpKinds = ["language", "reading", "computer", "form", "other"] as const;

export interface FloorHelpView extends PageView {
  state: "asked" | "open" | "declined" | "ended";
  kiosk: string;
  watch: string;
  /** What the page compares with how things stand now. */
  stand: string;
  /** What the customer does now; undefined where they have begun nothing in this visit, or had sent it before they said yes. */
  form: { service: string; step: string | undefined; cards: ToldCard[] } | undefined;
  /** How the help ended, and whether its record is still to be written. */
  endedBy: string | undefined;
  toRecord: boolean;
  errors: Partial<Record<"kind" | "alone", string>>;
}

/** A helper's own screen: whether they may help, what the customer does, and afterwards what kind of help it was. */
export function FloorHelpPage({ view }: { view: FloorHelpView }) {
  const t = useT();
  const link = useLink();
  const { state, errors } = view;
  return (
    <Page before={state === "asked" || state === "open" ? null : <BackLink href={link("/floor")} />}>
      {(state === "asked" || state === "open") && <div data-watch={view.watch} data-state={view.stand} />}
      <FormErrorSummary errors={errors} />
      <span className="govuk-caption-l">{view.kiosk}</span>
      <h1 className="govuk-heading-l">{view.title}</h1>
      {state === "asked" && <p className="govuk-body">{t("kiosk:floor.asked-body")}</p>}
      {state === "declined" && <p className="govuk-body">{t("kiosk:floor.declined-body")}</p>}
      {state === "open" && <Shoulder view={view} />}
      {(state === "asked" || state === "open") && (
        <form role="none" method="post">
          <Button classes="govuk-button--warning" name="intent" value="leave">
            {t("kiosk:floor.leave")}
          </Button>
        </form>
      )}
      {state === "ended" && <Record view={view} />}
    </Page>
  );
}

function Shoulder({ view: { form } }: { view: FloorHelpView }) {
  const t = useT();
  if (!form) return <InsetText>{t("kiosk:floor.nothing")}</InsetText>;
  return (
    <>
      <h2 className="govuk-heading-m">{form.service}</h2>
      <InsetText>{form.step ? t("kiosk:floor.step", { step: form.step }) : t("kiosk:floor.all-answered")}</InsetText>
      <ToldPart told={form.cards} heading={t("kiosk:floor.answers")} />
    </>
  );
}

function Record({ view: { endedBy, toRecord, errors } }: { view: FloorHelpView }) {
  const t = useT();
  const message = useMessage();
  const legend = (key: string) => ({ legend: { text: t(key), classes: "govuk-fieldset__legend--m" } });
  return (
    <>
      <p className="govuk-body">{t(`kiosk:floor.ended.${endedBy}`)}</p>
      {!toRecord && <p className="govuk-body">{t("kiosk:floor.recorded")}</p>}
      {toRecord && (
        <form method="post" noValidate>
          <input type="hidden" name="intent" value="record" />
          <Radios
            name="kind"
            fieldset={legend("kiosk:floor.kind")}
            hint={{ text: t("kiosk:floor.kind-hint") }}
            items={helpKinds.map((value) => ({ value, text: t(`kiosk:floor.kinds.${value}`) }))}
            errorMessage={message(errors.kind)}
          />
          <Radios
            name="alone"
            classes="govuk-radios--inline"
            fieldset={legend("kiosk:floor.alone")}
            items={["yes", "no"].map((value) => ({ value, text: t(`kiosk:floor.${value}`) }))}
            errorMessage={message(errors.alone)}
          />
          <Button preventDoubleClick>{t("kiosk:floor.save")}</Button>
        </form>
      )}
    </>
  );
}
