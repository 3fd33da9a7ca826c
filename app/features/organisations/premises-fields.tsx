import type { PageView } from "../../platform/context.server";
import { ErrorSummary } from "../../ui/error-summary/error-summary";
import { Fieldset, type LegendParams } from "../../ui/fieldset/fieldset";
import { Hint } from "../../ui/hint/hint";
import { Input } from "../../ui/input/input";
import { useT } from "../../ui/locale/locale";
import { AddressFields, type AddressFound } from "../places/places";
import {
  type OrganisationErrors,
  type OrganisationField,
  type OrganisationFields,
  organisationFields,
  premises,
  typedIn,
} from "./fields";

/** A page with fields of an organisation on it. */
export interface FieldsView extends PageView {
  fields: OrganisationFields;
  errors: OrganisationErrors;
  found: AddressFound;
}

export const errorIn = (errors: OrganisationErrors, field: string) => {
  const text = errors[field as OrganisationField];
  return text ? { text } : undefined;
};

/** What is to be put right on a page, each a way to its field. */
export function Errors({ errors }: { errors: OrganisationErrors }) {
  const wrong = organisationFields.filter((field) => errors[field]);
  if (wrong.length === 0) return null;
  return <ErrorSummary errorList={wrong.map((field) => ({ text: errors[field], href: `#${field}` }))} />;
}

export function NameField({ view: { fields, errors } }: { view: FieldsView }) {
  const t = useT();
  return (
    <Input
      name="name"
      label={{ text: t("organisations:fields.name") }}
      hint={{ text: t("organisations:fields.name-hint") }}
      value={fields.name}
      errorMessage={errorIn(errors, "name")}
      spellCheck={false}
      autoComplete="organization"
      attributes={{ dir: "auto" }}
    />
  );
}

/** Which parts of an address each way of giving one asks for. */
const asked: Record<AddressFound["mode"], string[]> = {
  find: ["postcode"],
  pick: ["postcode", "id"],
  hand: ["line1", "line2", "town", "postcode", "country"],
};
const parts = [...new Set(Object.values(asked).flat())].map((part) => `${premises}-${part}` as OrganisationField);

/** Where an organisation is: by postcode, chosen from a list, or typed. What was typed another way comes along unseen. */
export function PremisesFields({ view, legend, hint }: { view: FieldsView; legend: LegendParams; hint?: string }) {
  const t = useT();
  const { fields, errors, found } = view;
  const shown = asked[found.mode].map((part) => `${premises}-${part}`);
  return (
    <Fieldset legend={legend} describedBy={`${premises}-hint`}>
      <Hint id={`${premises}-hint`}>{hint ?? t("organisations:fields.premises-hint")}</Hint>
      <AddressFields
        name={premises}
        typed={typedIn(fields)}
        found={found}
        say={(key, values) => t(`questions:types.address.${key}`, values)}
        errorOf={(field) => errorIn(errors, field)}
        ways="buttons"
      />
      <Unseen fields={fields} names={parts.filter((name) => !shown.includes(name))} />
    </Fieldset>
  );
}

/** What was typed on another page of a form. */
export function Unseen({ fields, names }: { fields: OrganisationFields; names: OrganisationField[] }) {
  return names
    .filter((name) => fields[name])
    .map((name) => <input key={name} type="hidden" name={name} value={fields[name]} />);
}
