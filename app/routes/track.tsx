import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { checkEmail, readFields } from "../features/accounts/accounts.server";
import { TrackPage, type TrackView } from "../features/cases/cases";
import { findCaseFor, openByCode, sendTrackingCode } from "../features/cases/cases.server";
import { type Context, goTo } from "../platform/context.server";
import { guess } from "../platform/guess.server";
import { fieldOf } from "../platform/http/field";
import { readForm } from "../platform/http/form.server";
import { readReference } from "../platform/ids";
import { bareTyped, plainTyped } from "../platform/typed";
import type { Message } from "../ui/form-errors/form-errors";

const viewOf = ({ text, config }: Context, view: Partial<TrackView>): TrackView => ({
  title: text.t(view.kind === "code" ? "cases:track.sent-title" : "cases:track.title"),
  kind: "ask",
  reference: "",
  email: "",
  code: "",
  errors: {},
  phone: config.council.phone,
  trackHref: text.link("/track"),
  ...view,
});

export async function loader({ context }: LoaderFunctionArgs) {
  const typed = plainTyped(fieldOf(context.url.searchParams, "reference")).slice(0, 30);
  const reference = readReference(typed);
  if (reference && (await findCaseFor(context, { reference }))) return goTo(context, `/cases/${reference}`);
  return viewOf(context, { reference: reference ?? typed });
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const field = (name: string) => plainTyped(fieldOf(form, name)).slice(0, 300);
  const typed = { reference: field("reference"), email: field("email") };
  const reference = readReference(typed.reference);
  const { values, errors: wrong } = readFields(form, { email: checkEmail });
  const errors: TrackView["errors"] = {};
  if (!reference) errors.reference = `cases:track.errors.reference${typed.reference ? "-wrong" : ""}`;
  if (wrong.email) errors.email = "cases:track.errors.email";
  if (!reference || wrong.email) return refuseForm(context, { ...typed, errors });
  const known = { reference, email: values.email };
  if (fieldOf(form, "intent") === "code") return tryCode(context, known, field("code"));
  // What is asked for counts whether it was right or not: the page never tells.
  const asked = await guess(context, { kind: "case" }, async () => {
    await Promise.all([sendTrackingCode(context, reference, known.email), evenOut()]);
    return undefined;
  });
  if (asked.kind === "wait") return refuseForm(context, { ...known, errors: { reference: asked.message } }, 429);
  return viewOf(context, { kind: "code", ...known });
}

/** An answer takes as long where nothing was sent, so that the time tells a stranger nothing either. */
const evenOut = () => new Promise((resolve) => setTimeout(resolve, 250));

async function tryCode(context: Context, known: { reference: string; email: string }, code: string) {
  const digits = bareTyped(code);
  const retry = (error: Message, status = 400) =>
    refuseForm(context, { kind: "code", ...known, code, errors: { code: error } }, status);
  if (!/^\d{6}$/.test(digits)) return retry("cases:track.errors.code");
  // A code has tries of its own, in the browser that asked for it: no record's can be used up by a stranger.
  const tried = await guess(context, { kind: "case-code" }, () => openByCode(context, known.reference, digits));
  if (tried.kind === "wait") return retry(tried.message, 429);
  return tried.kind === "right" ? goTo(context, `/cases/${known.reference}`) : retry("cases:track.errors.code-wrong");
}

function refuseForm(context: Context, view: Partial<TrackView>, status = 400) {
  return data(viewOf(context, { ...view, failed: true }), { status });
}

export default function Track() {
  const loaded = useLoaderData<typeof loader>();
  return <TrackPage view={useActionData<typeof action>() ?? loaded} />;
}
