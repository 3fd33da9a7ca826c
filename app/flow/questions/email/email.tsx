import { z } from "zod";
import { lineKind } from "../single-line/single-line";

const address = z.email({ pattern: z.regexes.unicodeEmail }).max(254);

/** An email address. Letters of any script may stand before the @. */
export const email = lineKind<"email">(
  { type: "email", autoComplete: "email", spellCheck: false, ltr: true, classes: "govuk-!-width-two-thirds" },
  (typed) => {
    const bare = typed.replace(/\s/g, "").toLowerCase();
    return address.safeParse(bare).success ? { value: bare } : { error: "format" };
  },
);
