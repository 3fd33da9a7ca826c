import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { TrackPage, type TrackView } from "../features/cases/cases";
import { openByLink } from "../features/cases/cases.server";
import { type Context, goTo, refuse } from "../platform/context.server";

const viewOf = ({ text, config }: Context, kind: "open" | "gone"): TrackView => ({
  title: text.t(`cases:track.${kind}-title`),
  kind,
  reference: "",
  email: "",
  code: "",
  errors: {},
  phone: config.council.phone,
  trackHref: text.link("/track"),
});

/** Shows a button only: a mail scanner that follows the link uses nothing up. */
export function loader({ context }: LoaderFunctionArgs) {
  return viewOf(context, "open");
}

export async function action({ context, params }: ActionFunctionArgs) {
  if (!(await context.limits.address.take(`track ${context.address}`))) throw refuse(429);
  const own = await openByLink(context, params["token"]!);
  if (own) return goTo(context, `/cases/${own.reference}`);
  return data(viewOf(context, "gone"), { status: 410 });
}

export default function TrackOpen() {
  const loaded = useLoaderData<typeof loader>();
  return <TrackPage view={useActionData<typeof action>() ?? loaded} />;
}
