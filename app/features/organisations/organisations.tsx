/** The pages of organisations, for routes. */
export { DetailsPage, type DetailsView } from "./details-page";
export { linesOf } from "./fields";
export { OrganisationForm, type OrganisationFormView } from "./form-page";
export { HistoryPage, type HistoryView } from "./history-page";
export { InvitationPage, type InvitationView } from "./invitation-page";
export { MemberPage, type MemberView, PeoplePage, type PeopleView } from "./people-page";
export { ProofLetterPage, type ProofLetterView } from "./proof-letter-page";
export { ProofPage, type ProofView } from "./proof-page";
