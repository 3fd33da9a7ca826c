import type { OrganisationKind } from "~db/schema/organisations";

export const organisationKinds = ["company", "charity", "sole-trader"] as const satisfies OrganisationKind[];
export const organisationFields = [
  "kind",
  "name",
  "company-number",
  "charity-number",
  "line1",
  "line2",
  "town",
  "postcode",
] as const;
export type OrganisationField = (typeof organisationFields)[number];
/** What was typed, by field. */
export type OrganisationFields = Record<OrganisationField, string>;
/** Text keys below `organisations:errors`, by field. */
export type OrganisationErrors = Partial<Record<OrganisationField, string>>;
