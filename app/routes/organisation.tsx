import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { checkEmail, requireAccount } from "../features/accounts/accounts.server";
import { linesOf, PeoplePage, type PeopleView } from "../features/organisations/organisations";
import {
  findRival,
  getOrganisation,
  grantable,
  invite,
  listInvitations,
  listMembers,
  requireRight,
  revokeInvitation,
} from "../features/organisations/organisations.server";
import { type Context, goTo, may } from "../platform/context.server";
import { fieldOf } from "../platform/http/field";
import { readForm } from "../platform/http/form.server";
import { plainEmail } from "../platform/typed";

const doneKeys = ["created", "details", "invited", "revoked", "changed", "removed", "joined"];

async function viewOf(context: Context): Promise<PeopleView> {
  const acting = await requireRight(context, "organisation.see");
  const { text, url } = context;
  const subject = { kind: "organisation", id: acting.id } as const;
  const [organisation, members, rival] = await Promise.all([
    getOrganisation(context, acting.id),
    listMembers(context, acting.id),
    findRival(context, acting.id),
  ]);
  const until = (date: Date) => text.t("organisations:people.until", { date: text.day(date) });
  const key = doneKeys.find((one) => one === fieldOf(url.searchParams, "done"));
  const { name, kind, number, premises, provedAt } = organisation;
  return {
    title: text.t("organisations:people.title"),
    organisation: { name, kind, number, premises: linesOf(premises) },
    rival,
    proved: provedAt ? text.date(provedAt) : undefined,
    mayProve: may(context, "organisation.prove", subject),
    mayChange: may(context, "organisation.change", subject),
    members: members.map(({ accountId, since, ...member }) => ({
      ...member,
      id: accountId,
      isYou: accountId === context.actor.id,
      since: text.t("organisations:people.since", { date: text.date(since) }),
    })),
    manage: may(context, "member.invite", subject)
      ? {
          invitations: (await listInvitations(context, acting.id)).map(({ expiresAt, ...one }) => ({
            ...one,
            until: until(expiresAt),
          })),
          roles: grantable(acting.role),
          email: "",
          role: "",
          errors: {},
        }
      : undefined,
    done: key ? { key, who: acting.name } : undefined,
    mayAudit: may(context, "organisation.audit", subject),
  };
}

export async function loader({ context }: LoaderFunctionArgs) {
  return await viewOf(context);
}

export async function action({ context, request }: ActionFunctionArgs) {
  const acting = await requireRight(context, "member.invite");
  await requireAccount(context);
  const form = await readForm(request);
  const by = await context.provenance();
  const field = (name: string) => fieldOf(form, name);
  if (field("intent") === "revoke") {
    await revokeInvitation(context, by, { organisationId: acting.id, id: field("invitation") });
    return goTo(context, "/organisation?done=revoked");
  }
  const email = plainEmail(field("email"));
  const role = grantable(acting.role).find((one) => one === field("role"));
  const errors = { email: checkEmail(email), role: role ? undefined : "role-missing" };
  if (!errors.email && role) {
    const invited = await invite(context, by, { organisationId: acting.id, email, role });
    if (invited.ok) return goTo(context, "/organisation?done=invited");
    errors.email = invited.error;
  }
  const view = await viewOf(context);
  return data<PeopleView>(
    {
      ...view,
      failed: true,
      done: undefined,
      manage: view.manage && { ...view.manage, email: email.slice(0, 254), role: role ?? "", errors },
    },
    { status: 400 },
  );
}

export default function Organisation() {
  const loaded = useLoaderData<typeof loader>();
  return <PeoplePage view={useActionData<typeof action>() ?? loaded} />;
}
