import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pathWithNext, requireAccount } from "../features/accounts/accounts.server";
import { InvitationPage, type InvitationView } from "../features/organisations/organisations";
import { acceptInvitation, findInvitation } from "../features/organisations/organisations.server";
import { type Context, doerOf, goToFor } from "../platform/context.server";

async function showState(context: Context, token: string) {
  const { text, actor } = context;
  const found = await findInvitation(context, token, actor.kind === "account" ? actor.email : undefined);
  const here = `/invitations/${token}`;
  return data<InvitationView>(
    {
      title: found
        ? text.t("organisations:invitation.title", { organisation: found.organisation.name })
        : text.t("organisations:invitation.ended"),
      open: found && {
        organisation: found.organisation.name,
        role: found.role,
        you: actor.kind === "account" ? actor.name : undefined,
      },
      paths: { signIn: pathWithNext("/sign-in", here), register: pathWithNext("/register", here) },
    },
    { status: found ? 200 : 410 },
  );
}

export async function loader({ context, params }: LoaderFunctionArgs) {
  return showState(context, params["token"] ?? "");
}

export async function action({ context, params }: ActionFunctionArgs) {
  const { id, email } = await requireAccount(context);
  const by = { ...doerOf(context), subject: { kind: "account", id } } as const;
  const joined = await acceptInvitation(context, by, { key: params["token"] ?? "", email });
  if (!joined) return showState(context, params["token"] ?? "");
  return goToFor(context, joined.id, "/organisation?done=joined");
}

export default function Invitation() {
  const loaded = useLoaderData<typeof loader>();
  return <InvitationPage view={useActionData<typeof action>() ?? loaded} />;
}
