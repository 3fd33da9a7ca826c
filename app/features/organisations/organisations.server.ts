/**
 * Organisations: who acts in them, in which role, and who is invited.
 * @example
 * const acting = await findMembership(house, organisationId, accountId); // undefined for a stranger
 */
export { findMembership, listOrganisations } from "./members.server";
