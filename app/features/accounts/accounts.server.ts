/**
 * Accounts: who somebody is, how they sign in, and what they have told us once.
 * @example
 * const { id } = await requireAccount(context); // a guest is sent to the sign-in page and comes back
 * const facts = await readFacts(context, { kind: "account", id }); // { name, email, phone, ... }
 */
export {
  createAccount,
  findByEmail,
  forgetUnconfirmed,
  getAccount,
  listPeople,
  lockAccount,
} from "./account-rows.server";
export { changeName, forgetFact, listFacts, readFacts, saveFacts } from "./facts.server";
export {
  checkEmail,
  checkName,
  checkNewPassword,
  checkPassword,
  type Filled,
  isComplete,
  readFields,
} from "./fields";
export { makeFirstAdministrator } from "./first-administrator.server";
export {
  type AccountActor,
  askToSignIn,
  requireAccount,
  requireFloorwalker,
  requireStaff,
} from "./guards.server";
export { judgePassword, statusOf } from "./new-password.server";
export { localNext, pathWithNext } from "./next";
export { findParked, forgetOldParked, parkRequest, takeParked } from "./parked.server";
export { askReset, changePassword, resetPassword, sendReset } from "./password-reset.server";
export { fitsPassword, hashPassword } from "./passwords.server";
export { register, verifyEmail } from "./registration.server";
export { endSessionsOf, endSessionsOfVisit, findAccountOfVisit, forgetOldSessions } from "./sessions.server";
export { signIn } from "./sign-in.server";
export { checkToken, findNext, findOwner, forgetOldTokens } from "./tokens.server";
