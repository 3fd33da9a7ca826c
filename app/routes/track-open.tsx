import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { TrackPage, type TrackView } from "../features/cases/cases";
import { openByLink } from "../features/cases/cases.server";
import { type Context, goTo, refuse, show } from "../platform/context.server";
import { useView } from "../ui/page/view";

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
  if (context.view) return null;
  return show(context, viewOf(context, "open"));
}

export async function action({ context, params }: ActionFunctionArgs) {
  if (!(await context.limits.address.take(`track ${context.address}`))) throw refuse(429);
  const own = await openByLink(context, params["token"]!);
  if (own) return goTo(context, `/cases/${own.reference}`);
  show(context, viewOf(context, "gone"));
  return data(null, { status: 410 });
}

export default function TrackOpen() {
  return <TrackPage view={useView<TrackView>()} />;
}
