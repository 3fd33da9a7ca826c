import { parkRequest, pathWithNext } from "../../features/accounts/accounts.server";
import { type Context, goTo } from "../../platform/context.server";
import type { Service } from "../../services/service";
import type { Part } from "./part";

/** Whether a service is only for those who have signed in, and the reader has not. */
export const needsSignIn = ({ actor }: Context, { signIn }: Service): boolean =>
  signIn === "required" && actor.kind === "guest";

/** Asks a guest to sign in where a service wants it: what they sent is taken up again afterwards. */
export const signIn: Part = {
  admit: async (context, service, { next, sent }) => {
    if (!needsSignIn(context, service)) return undefined;
    if (sent) await parkRequest(context, context.path + context.url.search, sent);
    return goTo(context, pathWithNext("/sign-in", next));
  },
};
