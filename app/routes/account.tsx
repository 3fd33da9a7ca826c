import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AccountPage, type AccountView } from "../features/home/home";
import { listOwnCards, matches } from "../features/home/home.server";
import { auditClient } from "../features/letters/letters.server";
import { listInvitationsFor } from "../features/organisations/organisations.server";
import { listOwnDrafts } from "../flow/flow.server";
import { doerOf } from "../platform/context.server";
import { fieldOf } from "../platform/http/field";
import { isolate } from "../platform/i18n/isolate";
import { localPath, pathFor } from "../platform/i18n/languages";
import { cutText, plainLine } from "../platform/typed";

/** Everything of the reader's own: an account's, or what a guest has done on this browser. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { text, actor, url, acting, client } = context;
  const other = acting ?? client;
  if (client) await auditClient(context, doerOf(context), client.id);
  const isOwn = !other && actor.kind === "account";
  const [{ cards, comingUp }, drafts, invitations] = await Promise.all([
    listOwnCards(context),
    listOwnDrafts(context),
    isOwn ? listInvitationsFor(context, actor.email) : [],
  ]);
  const query = cutText(plainLine(fieldOf(url.searchParams, "q")), 100);
  const open = cards.filter((card) => !card.isOver);
  return {
    title: other ? text.t("organisations:panel.about", { name: isolate(other.name) }) : text.t("home:account.title"),
    of: acting ? "organisation" : client ? "client" : actor.kind,
    hasAnything: cards.length > 0 || drafts.length > 0,
    discarded: url.searchParams.has("discarded"),
    left: url.searchParams.has("left"),
    waiting: open.filter((card) => card.isWaiting),
    inProgress: open.filter((card) => !card.isWaiting),
    drafts,
    comingUp,
    organisations: isOwn
      ? context.organisations.map(({ id, name, role }) => ({
          name,
          role: text.t(`organisations:roles.${role}`),
          href: localPath(context.lng, pathFor(id, "/account")),
        }))
      : [],
    invitations: invitations.map(({ id, organisation }) => ({
      organisation: organisation.name,
      href: text.link(`/invitations/${id}`),
    })),
    query,
    found: query ? cards.filter((card) => matches(card, query)) : cards,
    total: cards.length,
  } satisfies AccountView;
}

export default function Account() {
  return <AccountPage view={useLoaderData<typeof loader>()} />;
}
