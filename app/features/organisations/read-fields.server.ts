import type { OrganisationKind, Premises } from "~db/schema/organisations";
import type { Context } from "../../platform/context.server";
import type { House } from "../../platform/house.server";
import { fieldOf } from "../../platform/http/field";
import type { Texts } from "../../platform/i18n/i18n.server";
import { newId } from "../../platform/ids";
import { readCharityNumber, readCompanyNumber } from "../../platform/organisation-numbers";
import { cutText, plainLine } from "../../platform/typed";
import type { AddressFound } from "../places/places";
import { fieldsOfAddress, findAddresses, prepareAddress, readAddress } from "../places/places.server";
import {
  type OrganisationErrors,
  type OrganisationField,
  type OrganisationFields,
  organisationFields,
  organisationKinds,
  premises as premisesName,
  typedIn,
} from "./fields";
import { isSamePlace } from "./versions.server";

const longest = 200;

/** The fields of a form as typed; none is missing. */
export function typedFields(form: FormData): OrganisationFields {
  const typed = organisationFields.map((field) => [field, cutText(plainLine(fieldOf(form, field)), 500)]);
  const fields = Object.fromEntries(typed) as OrganisationFields;
  return { ...fields, once: fields.once || newId() };
}

/** The fields that show an organisation's name and premises again. */
export async function fieldsOf(
  house: House,
  { name, premises }: { name: string; premises: Premises },
): Promise<OrganisationFields> {
  const search = premises.uprn ? await findAddresses(house.db, premises.postcode) : undefined;
  const listed = search?.kind === "found" ? search.addresses : [];
  // Where the list says something else by now, what was kept is shown as it is.
  const id = listed.find((one) => one.uprn === premises.uprn && isSamePlace(one, premises))?.id;
  const shown = Object.fromEntries(fieldsOfAddress({ ...premises, id }, premisesName));
  return { ...typedFields(new FormData()), ...shown, name };
}

/** What the fields of the premises need beside what was typed. @param wish another way to give them: `postcode` or `hand` */
export const preparePremises = (house: House, fields: OrganisationFields, wish?: string): Promise<AddressFound> =>
  prepareAddress(house.db, premisesName, typedIn(fields), { wish, borough: false });

interface About {
  kind: OrganisationKind;
  name: string;
  number: string | null;
}

/** What an organisation is and is called, or what must be put right. */
export function readAbout(text: Texts, fields: OrganisationFields): { read?: About; errors: OrganisationErrors } {
  const errors: OrganisationErrors = { ...readName(text, fields) };
  const wrong = (field: OrganisationField, key: string) => {
    errors[field] = text.t(`organisations:errors.${key}`);
  };
  const kind = organisationKinds.find((one) => one === fields.kind);
  if (!kind) wrong("kind", "kind-missing");
  const number = kind === "company" ? readCompanyNumber(fields["company-number"]) : undefined;
  const charity = kind === "charity" ? readCharityNumber(fields["charity-number"]) : undefined;
  if (kind === "company" && !number) wrong("company-number", "company-number-wrong");
  if (kind === "charity" && !charity) wrong("charity-number", "charity-number-wrong");
  if (!kind || Object.keys(errors).length > 0) return { errors };
  return { read: { kind, name: fields.name, number: number ?? charity ?? null }, errors };
}

/** What must be put right in a name. */
export function readName(text: Texts, { name }: OrganisationFields): OrganisationErrors {
  if (!name) return { name: text.t("organisations:errors.name-missing") };
  return [...name].length > longest ? { name: text.t("organisations:errors.too-long") } : {};
}

/**
 * Where an organisation is: the place, what must be put right, or the fields with which the page is to be shown again, so
 * that somebody may choose from the addresses of a postcode or type one.
 */
export async function readPremises(
  { db, text }: Context,
  fields: OrganisationFields,
): Promise<{ read?: Premises; again?: OrganisationFields; errors: OrganisationErrors }> {
  const reading = await readAddress(db, premisesName, typedIn(fields), { required: true, borough: false });
  if (reading.kind === "again") return { again: { ...fields, ...Object.fromEntries(reading.set) }, errors: {} };
  if (reading.kind === "errors") {
    const say = (key: string, values = {}) => text.t(`questions:types.address.${key}`, values);
    return { errors: Object.fromEntries(reading.errors.map((one) => [one.field, say(one.key, one.values)])) };
  }
  const { lines, town, postcode, uprn, country } = reading.value!;
  return { read: { lines, town, postcode, uprn, ...(country && { country }) }, errors: {} };
}
