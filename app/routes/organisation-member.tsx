import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { MemberPage, type MemberView } from "../features/organisations/organisations";
import {
  changeMember,
  grantable,
  listMembers,
  requireActing,
  requireRight,
} from "../features/organisations/organisations.server";
import { type Context, goTo, goToFor, may, refuse } from "../platform/context.server";
import { fieldOf } from "../platform/http/field";
import { readForm } from "../platform/http/form.server";

async function viewOf(context: Context, id: string | undefined): Promise<MemberView> {
  const acting = requireActing(context);
  const subject = { kind: "organisation", id: acting.id } as const;
  const member = (await listMembers(context, acting.id)).find(({ accountId }) => accountId === id);
  const isYou = member?.accountId === context.actor.id;
  const right = member?.role === "owner" ? "owner.change" : "member.change";
  const mayChange = may(context, right, subject);
  const mayLeave = isYou && may(context, "member.leave", subject);
  if (!member) throw refuse(404);
  if (!(mayLeave || mayChange)) await requireRight(context, right);
  const { text } = context;
  return {
    title: isYou ? text.t("organisations:member.you") : member.name,
    organisation: acting.name,
    name: member.name,
    isYou,
    role: member.role,
    roles: mayChange ? grantable(acting.role) : [],
    error: undefined,
  };
}

export async function loader({ context, params }: LoaderFunctionArgs) {
  return await viewOf(context, params["account"]);
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const acting = requireActing(context);
  const accountId = params["account"]!;
  // What the page does not offer is not taken either.
  const view = await viewOf(context, accountId);
  const form = await readForm(request);
  const isEnd = fieldOf(form, "intent") === "end";
  const role = view.roles.find((one) => one === fieldOf(form, "role"));
  if (!isEnd && !role) throw refuse(404);
  const wanted = { organisationId: acting.id, accountId, role: isEnd ? undefined : role };
  const changed = await changeMember(context, await context.provenance(), wanted);
  if (changed.ok && isEnd && view.isYou) return goToFor(context, undefined, "/account?left=1");
  if (changed.ok) return goTo(context, `/organisation?done=${isEnd ? "removed" : "changed"}`);
  if (changed.error === "unknown") throw refuse(404);
  return data<MemberView>({ ...view, failed: true, error: changed.error }, { status: 409 });
}

export default function OrganisationMember() {
  const loaded = useLoaderData<typeof loader>();
  return <MemberPage view={useActionData<typeof action>() ?? loaded} />;
}
