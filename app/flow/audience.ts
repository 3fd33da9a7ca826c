import { type Context, may } from "../platform/context.server";
import { localPath, pathFor } from "../platform/i18n/languages";
import type { Service } from "../services/service";
import { servicePath } from "./paths";

/** Why somebody cannot use a service as they act now: a text key, and what they can do instead. */
export interface Refusal {
  text: string;
  ways: { text: string; href: string }[];
}

/** Whether a service is for whom the reader acts for now, and their role lets them use it; if not, what to do instead. */
export function refusalOf(context: Context, service: Service): Refusal | undefined {
  const { acting, text, lng } = context;
  const audience = acting ? "business" : "resident";
  const t = (key: string, name = acting?.name) => text.t(`organisations:refusal.${key}`, { name });
  const href = (organisation?: string) => localPath(lng, pathFor(organisation, servicePath(service)));
  if (!service.audience.includes(audience))
    return acting
      ? { text: t("not-business"), ways: [{ text: t("as-yourself"), href: href() }] }
      : { text: t("not-resident"), ways: waysIn(context, t, href) };
  const subject = acting && ({ kind: "organisation", id: acting.id } as const);
  return subject && !may(context, "draft.change", subject) ? { text: t("read-only"), ways: [] } : undefined;
}

type Word = (key: string, name?: string) => string;

/** How to come to act for an organisation. */
function waysIn({ actor, organisations, text }: Context, t: Word, href: (organisation?: string) => string) {
  const add = { text: t("add"), href: text.link("/organisations/new") };
  if (actor.kind === "guest") return [{ text: t("sign-in"), href: text.link("/sign-in?next=%2Forganisations%2Fnew") }];
  return [...organisations.map(({ id, name }) => ({ text: t("as-organisation", name), href: href(id) })), add];
}
