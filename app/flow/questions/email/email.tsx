import { checkEmail } from "../../../features/accounts/accounts.server";
import { plainEmail } from "../../../platform/typed";
import { lineKind } from "../single-line/single-line";

/** An email address, by the same rule as an account's: what is taken here can be written to. */
export const email = lineKind<"email">(
  { type: "email", autoComplete: "email", spellCheck: false, ltr: true, classes: "govuk-!-width-two-thirds" },
  (typed) => {
    const bare = plainEmail(typed);
    return checkEmail(bare) ? { error: "format" } : { value: bare };
  },
);
