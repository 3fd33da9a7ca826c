import type { OrganisationKind, Premises } from "~db/schema/organisations";
import { readCharityNumber, readCompanyNumber } from "../../platform/organisation-numbers";
import { readPostcode } from "../places/places.server";
import {
  type OrganisationErrors,
  type OrganisationField,
  type OrganisationFields,
  organisationFields,
  organisationKinds,
} from "./fields";

const longest = 200;
const oneLine = (typed: string) =>
  typed
    .normalize("NFC")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();

/** The fields of a form as typed; none is missing. */
export const typedFields = (form: FormData): OrganisationFields =>
  Object.fromEntries(
    organisationFields.map((field) => [field, oneLine(String(form.get(field) ?? "")).slice(0, 500)]),
  ) as OrganisationFields;

interface Read {
  kind: OrganisationKind;
  name: string;
  number: string | null;
  premises: Premises;
}

/** What the fields say, or what must be put right in them. */
export function readOrganisation(fields: OrganisationFields): { read?: Read; errors: OrganisationErrors } {
  const errors: OrganisationErrors = {};
  const need = (field: OrganisationField, error: string) => {
    if (!/[^\s\p{Cf}]/u.test(fields[field])) errors[field] = error;
    else if ([...fields[field]].length > longest) errors[field] = "too-long";
  };
  const kind = organisationKinds.find((one) => one === fields.kind);
  if (!kind) errors.kind = "kind-missing";
  need("name", "name-missing");
  need("line1", "line1-missing");
  need("town", "town-missing");
  const number = kind === "company" ? readCompanyNumber(fields["company-number"]) : undefined;
  const charity = kind === "charity" ? readCharityNumber(fields["charity-number"]) : undefined;
  if (kind === "company" && !number) errors["company-number"] = "company-number-wrong";
  if (kind === "charity" && !charity) errors["charity-number"] = "charity-number-wrong";
  const postcode = readPostcode(fields.postcode);
  if (!postcode) errors.postcode = "postcode-wrong";
  if (!kind || !postcode || Object.keys(errors).length > 0) return { errors };
  const lines = [fields.line1, fields.line2].filter(Boolean);
  return {
    read: {
      kind,
      name: fields.name,
      number: number ?? charity ?? null,
      premises: { lines, town: fields.town, postcode },
    },
    errors,
  };
}
