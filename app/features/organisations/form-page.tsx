import { Button } from "../../ui/button/button";
import { Input } from "../../ui/input/input";
import { useT } from "../../ui/locale/locale";
import { Page } from "../../ui/page/page";
import { Radios } from "../../ui/radios/radios";
import { organisationFields, organisationKinds, premises } from "./fields";
import { Errors, errorIn, type FieldsView, NameField, PremisesFields, Unseen } from "./premises-fields";

export interface OrganisationFormView extends FieldsView {
  /** Which of the form's two pages it is. */
  page: "about" | "premises";
}

const where = organisationFields.filter((field) => field.startsWith(premises));
const about = organisationFields.filter((field) => !field.startsWith(premises));

/** Sets a business account up: first what it is, its name and number; then where it is. */
export function OrganisationForm({ view }: { view: OrganisationFormView }) {
  return (
    <Page>
      <Errors errors={view.errors} />
      {view.page === "about" ? <About view={view} /> : <Where view={view} />}
    </Page>
  );
}

function About({ view }: { view: OrganisationFormView }) {
  const t = useT();
  const { fields, errors } = view;
  const number = (field: "company-number" | "charity-number") => (
    <Input
      name={field}
      label={{ text: t(`organisations:fields.${field}`) }}
      hint={{ text: t(`organisations:fields.${field}-hint`) }}
      value={fields[field]}
      errorMessage={errorIn(errors, field)}
      spellCheck={false}
      classes="govuk-input--width-10"
      attributes={{ dir: "ltr" }}
    />
  );
  const numbers = { company: number("company-number"), charity: number("charity-number") };
  return (
    <>
      <h1 className="govuk-heading-l">{view.title}</h1>
      <p className="govuk-body">{t("organisations:new.intro")}</p>
      <form method="post" noValidate>
        <Radios
          name="kind"
          fieldset={{ legend: { text: t("organisations:fields.kind"), classes: "govuk-fieldset__legend--m" } }}
          value={fields.kind}
          errorMessage={errorIn(errors, "kind")}
          items={organisationKinds.map((kind) => ({
            value: kind,
            text: t(`organisations:kinds.${kind}`),
            hint: { text: t(`organisations:kinds.${kind}-hint`) },
            conditional: kind === "sole-trader" ? undefined : numbers[kind],
          }))}
        />
        <NameField view={view} />
        <Unseen fields={fields} names={where} />
        <Button preventDoubleClick>{t("ui:continue")}</Button>
      </form>
    </>
  );
}

function Where({ view }: { view: OrganisationFormView }) {
  const t = useT();
  const { fields, found } = view;
  const legend = {
    text: t("organisations:new.where"),
    isPageHeading: true,
    classes: "govuk-fieldset__legend--l",
  };
  return (
    <>
      <span className="govuk-caption-l">
        <bdi>{fields.name}</bdi>
      </span>
      <form method="post" noValidate>
        <input type="hidden" name="page" value="premises" />
        <Unseen fields={fields} names={about} />
        <PremisesFields view={view} legend={legend} />
        <Button preventDoubleClick>
          {t(found.mode === "find" ? "questions:types.address.find" : "organisations:new.button")}
        </Button>
        <p className="govuk-body">
          <button type="submit" className="app-link-button govuk-link" name="by" value="about">
            {t("organisations:new.change-about")}
          </button>
        </p>
      </form>
    </>
  );
}
