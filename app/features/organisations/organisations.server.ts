/**
 * Organisations: who acts in them, in which role, and who is invited.
 * @example
 * const organisation = await createOrganisation(context, await context.provenance(), { kind, name, number, premises });
 * const outcome = await changeMember(context, by, { organisationId, accountId, role: undefined }); // removed at once
 */

export { grantable, requireActing, requireRight } from "./guards.server";
export { type HistoryRow, historyKinds, listHistory, listWho, readFilter, writeHistory } from "./history.server";
export { acceptInvitation, findInvitation, invite, listInvitationsFor, revokeInvitation } from "./invitations.server";
export { addMember, changeMember, listMemberships } from "./members.server";
export {
  askForLetter,
  findProofLetter,
  findRivalOfLetter,
  forgetOldCodes,
  nextLetterFrom,
  proveByCode,
  refuseProofLetter,
} from "./proof.server";
export { fieldsOf, preparePremises, readAbout, readName, readPremises, typedFields } from "./read-fields.server";
export {
  createOrganisation,
  findRival,
  getOrganisation,
  listInvitations,
  listMembers,
  type Member,
  type NewOrganisation,
  type Organisation,
} from "./records.server";
export { changeDetails, wordOvertaken } from "./versions.server";
