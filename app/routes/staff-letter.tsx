import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "../features/accounts/accounts.server";
import { LetterPage, type LetterPageView } from "../features/letters/letters";
import { findUnprintable, markPrinted, queueAgain, readLetter } from "../features/letters/letters.server";
import { getOrganisation, refuseProofLetter } from "../features/organisations/organisations.server";
import { type Context, goTo, onDuty, refuse } from "../platform/context.server";
import { readForm } from "../platform/http/form.server";
import { isolate } from "../platform/i18n/isolate";
import { languages } from "../platform/i18n/languages";

export async function loader({ context, params }: LoaderFunctionArgs) {
  await requireStaff(context);
  const letter = await readLetter(context, onDuty(context), params["letter"]!);
  if (!letter) throw refuse(404);
  const { dir } = languages[letter.lng];
  const pdfHref = context.text.link(`/staff/letters/${letter.id}/pdf`);
  const title = context.text.t("kiosk:letters.one", { name: isolate(letter.name) });
  const { text } = context;
  const printed = letter.printed && text.t("kiosk:letters.printed-on", { date: text.date(letter.printed) });
  const missing = await findUnprintable(context, letter);
  const code = letter.organisationId ? await wordCheck(context, letter.organisationId) : undefined;
  return { title, letter, dir, pdfHref, printed, missing, code } satisfies LetterPageView;
}

/** What staff must look at before a code goes to the address that somebody gave. */
async function wordCheck(context: Context, organisationId: string): Promise<string> {
  const { name, kind, number } = await getOrganisation(context, organisationId);
  return context.text.t(`kiosk:letters.check.${kind}`, { name: isolate(name), number });
}

/**
 * It is in its envelope; with `again`, it is to be printed once more, and waits here for that; with `refuse`, it does not
 * go to the address that it has.
 */
export async function action({ context, params, request }: ActionFunctionArgs) {
  await requireStaff(context);
  const id = params["letter"]!;
  const form = await readForm(request);
  if (form.has("refuse")) {
    await refuseProofLetter(context, onDuty(context), id);
    return goTo(context, "/staff/letters");
  }
  if (form.has("again")) {
    await queueAgain(context, onDuty(context), id);
    return goTo(context, `/staff/letters/${id}`);
  }
  await markPrinted(context, onDuty(context), id);
  return goTo(context, "/staff/letters");
}

export default function StaffLetter() {
  return <LetterPage view={useLoaderData<typeof loader>()} />;
}
