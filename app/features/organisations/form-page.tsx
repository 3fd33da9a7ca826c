import type { PageView } from "../../platform/context.server";
import { Button } from "../../ui/button/button";
import { ErrorSummary } from "../../ui/error-summary/error-summary";
import { Fieldset } from "../../ui/fieldset/fieldset";
import { Input } from "../../ui/input/input";
import { useT } from "../../ui/locale/locale";
import { Page } from "../../ui/page/page";
import { Radios } from "../../ui/radios/radios";
import {
  type OrganisationErrors,
  type OrganisationField,
  type OrganisationFields,
  organisationFields,
  organisationKinds,
} from "./fields";

export interface OrganisationFormView extends PageView {
  fields: OrganisationFields;
  errors: OrganisationErrors;
}

const attributes: Partial<Record<OrganisationField, { classes?: string; autoComplete?: string }>> = {
  name: { autoComplete: "organization" },
  "company-number": { classes: "govuk-input--width-10" },
  "charity-number": { classes: "govuk-input--width-10" },
  line1: { autoComplete: "address-line1" },
  line2: { autoComplete: "address-line2" },
  town: { classes: "govuk-!-width-two-thirds", autoComplete: "address-level2" },
  postcode: { classes: "govuk-input--width-10", autoComplete: "postal-code" },
};

/** Sets a business account up: what it is, its name and number, and where it is. */
export function OrganisationForm({ view }: { view: OrganisationFormView }) {
  const t = useT();
  const { fields, errors } = view;
  const wrong = organisationFields.filter((field) => errors[field]);
  const message = (field: OrganisationField) => {
    const error = errors[field];
    return error ? { text: t(`organisations:errors.${error}`) } : undefined;
  };
  const text = (field: OrganisationField, hint = false) => (
    <Input
      name={field}
      label={{ text: t(`organisations:fields.${field}`) }}
      hint={hint ? { text: t(`organisations:fields.${field}-hint`) } : undefined}
      value={fields[field]}
      errorMessage={message(field)}
      spellCheck={false}
      attributes={{ dir: field.endsWith("number") || field === "postcode" ? "ltr" : "auto" }}
      {...attributes[field]}
    />
  );
  const numbers = { company: text("company-number", true), charity: text("charity-number", true) };
  return (
    <Page>
      {wrong.length > 0 && (
        <ErrorSummary
          errorList={wrong.map((field) => ({ text: t(`organisations:errors.${errors[field]}`), href: `#${field}` }))}
        />
      )}
      <h1 className="govuk-heading-l">{view.title}</h1>
      <p className="govuk-body">{t("organisations:new.intro")}</p>
      <form method="post" noValidate>
        <Radios
          name="kind"
          fieldset={{ legend: { text: t("organisations:fields.kind"), classes: "govuk-fieldset__legend--m" } }}
          value={fields.kind}
          errorMessage={message("kind")}
          items={organisationKinds.map((kind) => ({
            value: kind,
            text: t(`organisations:kinds.${kind}`),
            hint: { text: t(`organisations:kinds.${kind}-hint`) },
            conditional: kind === "sole-trader" ? undefined : numbers[kind],
          }))}
        />
        {text("name", true)}
        <Fieldset legend={{ text: t("organisations:fields.premises"), classes: "govuk-fieldset__legend--m" }}>
          {text("line1")}
          {text("line2")}
          {text("town")}
          {text("postcode")}
        </Fieldset>
        <Button preventDoubleClick>{t("organisations:new.button")}</Button>
      </form>
    </Page>
  );
}
