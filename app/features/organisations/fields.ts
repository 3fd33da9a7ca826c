import type { OrganisationKind, Premises } from "~db/schema/organisations";

export const organisationKinds = ["company", "charity", "sole-trader"] as const satisfies OrganisationKind[];
/** What the fields of the premises begin with. */
export const premises = "premises";
const premisesFields = [
  `${premises}-mode`,
  `${premises}-id`,
  `${premises}-line1`,
  `${premises}-line2`,
  `${premises}-town`,
  `${premises}-postcode`,
  `${premises}-country`,
] as const;
/** In the order in which they stand on a page. `once` tells a form that is sent twice from two of them: nobody sees it. */
export const organisationFields = [
  "once",
  "kind",
  "company-number",
  "charity-number",
  "name",
  ...premisesFields,
] as const;
export type OrganisationField = (typeof organisationFields)[number];
/** What was typed, by field. */
export type OrganisationFields = Record<OrganisationField, string>;
/** What to put right, by field, in the reader's language. */
export type OrganisationErrors = Partial<Record<OrganisationField, string>>;

/** What was typed of an address, as those ask for it who read and show one. */
export const typedIn = (fields: OrganisationFields) => ({
  get: (name: string) => fields[name as OrganisationField] ?? "",
});

/** The lines in which premises are written. */
export const linesOf = ({ lines, town, postcode, country = "" }: Premises): string[] =>
  [...lines, town, postcode, country].filter(Boolean);
