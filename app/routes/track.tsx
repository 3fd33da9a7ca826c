import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { checkEmail, readFields } from "../features/accounts/accounts.server";
import { TrackPage, type TrackView } from "../features/cases/cases";
import { findCaseFor, openByCode, sendTrackingCode } from "../features/cases/cases.server";
import { type Context, goTo, refuse, show } from "../platform/context.server";
import { readForm } from "../platform/http/form.server";
import { isolate } from "../platform/i18n/isolate";
import { readReference } from "../platform/ids";
import { useView } from "../ui/page/view";

const viewOf = ({ text, config }: Context, view: Partial<TrackView>): TrackView => ({
  title: text.t(view.kind === "code" ? "cases:track.sent-title" : "cases:track.title"),
  kind: "ask",
  reference: "",
  email: "",
  errors: {},
  phone: isolate(config.council.phone),
  trackHref: text.link("/track"),
  ...view,
});

export async function loader({ context }: LoaderFunctionArgs) {
  if (context.view) return null;
  const typed = context.url.searchParams.get("reference")?.slice(0, 30) ?? "";
  const reference = readReference(typed);
  if (reference && (await findCaseFor(context, { reference }))) return goTo(context, `/cases/${reference}`);
  return show(context, viewOf(context, { reference: reference ?? typed }));
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const field = (name: string) =>
    String(form.get(name) ?? "")
      .trim()
      .slice(0, 300);
  const typed = { reference: field("reference"), email: field("email") };
  const reference = readReference(typed.reference);
  const { values, errors: wrong } = readFields(form, { email: checkEmail });
  const errors: TrackView["errors"] = {};
  if (!reference) errors.reference = typed.reference ? "reference-wrong" : "reference";
  if (wrong.email) errors.email = "email";
  if (!reference || wrong.email) return refuseForm(context, { ...typed, errors });
  if (!(await context.limits.address.take(`track ${context.address}`))) throw refuse(429);
  const known = { reference, email: values.email };
  if (form.get("intent") === "code") return tryCode(context, known, field("code"));
  await Promise.all([sendTrackingCode(context, reference, known.email), evenOut()]);
  show(context, viewOf(context, { kind: "code", ...known }));
  return null;
}

/** An answer takes as long where nothing was sent, so that the time tells a stranger nothing either. */
const evenOut = () => new Promise((resolve) => setTimeout(resolve, 250));

async function tryCode(context: Context, known: { reference: string; email: string }, code: string) {
  const digits = code.replace(/[\s-]/g, "");
  const retry = (error: string) => refuseForm(context, { kind: "code", ...known, errors: { code: error } });
  if (!/^\d{6}$/.test(digits)) return retry("code");
  const key = `track ${known.reference} ${context.address}`;
  if (!(await context.limits.code.take(key))) return retry("code-often");
  const own = await openByCode(context, known.reference, digits);
  if (!own) return retry("code-wrong");
  await context.limits.code.reset(key);
  return goTo(context, `/cases/${own.reference}`);
}

function refuseForm(context: Context, view: Partial<TrackView>) {
  show(context, viewOf(context, { ...view, failed: true }));
  return data(null, { status: 400 });
}

export default function Track() {
  return <TrackPage view={useView<TrackView>()} />;
}
