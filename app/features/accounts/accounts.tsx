/** The views of accounts, for the routes. */
export { AccountField, AccountForm, AccountPage, type Errors, LinkLine, Paragraphs } from "./account-page";
export { DetailsPage, type DetailsView, wordFact } from "./details";
