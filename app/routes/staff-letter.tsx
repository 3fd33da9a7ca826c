import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "../features/accounts/accounts.server";
import {
  LetterConfirmPage,
  type LetterConfirmView,
  LetterPage,
  type LetterPageView,
  letterDeeds,
} from "../features/letters/letters";
import { findLetter, findUnprintable, markPrinted, queueAgain, readLetter } from "../features/letters/letters.server";
import { findRivalOfLetter, getOrganisation, refuseProofLetter } from "../features/organisations/organisations.server";
import { type Context, goTo, onDuty, refuse } from "../platform/context.server";
import { fieldOf } from "../platform/http/field";
import { readForm } from "../platform/http/form.server";
import { isolate } from "../platform/i18n/isolate";

export async function loader({ context, params }: LoaderFunctionArgs) {
  await requireStaff(context);
  const id = params["letter"]!;
  const wish = fieldOf(context.url.searchParams, "do");
  const deed = letterDeeds.find((one) => one === wish);
  return deed ? await askFirst(context, id, deed) : { kind: "letter" as const, ...(await showLetter(context, id)) };
}

async function showLetter(context: Context, id: string): Promise<LetterPageView> {
  const letter = await readLetter(context, onDuty(context), id);
  if (!letter) throw refuse(404);
  const { text } = context;
  const own = text.link(`/staff/letters/${letter.id}`);
  const code = letter.organisationId ? await wordCheck(context, letter.organisationId) : undefined;
  const rival = letter.organisationId && (await findRivalOfLetter(context, letter.organisationId));
  return {
    title: text.t("kiosk:letters.one", { name: isolate(letter.name) }),
    letter,
    pdfHref: `${own}/pdf`,
    printed: letter.printed && text.t("kiosk:letters.printed-on", { date: text.date(letter.printed) }),
    missing: await findUnprintable(context, letter),
    code,
    rival: rival && text.t(`kiosk:letters.rival.${rival}`),
    deedHref: { printed: `${own}?do=printed`, refuse: `${own}?do=refuse` },
  };
}

/** What staff must look at before a code goes to the address that somebody gave. */
async function wordCheck(context: Context, organisationId: string): Promise<string> {
  const { name, kind, number } = await getOrganisation(context, organisationId);
  return context.text.t(`kiosk:letters.check.${kind}`, { name: isolate(name), number });
}

/** What is done with a letter that has a code cannot be undone. */
async function askFirst(context: Context, id: string, deed: LetterConfirmView["deed"]) {
  const letter = await findLetter(context, id);
  if (!letter) throw refuse(404);
  const { text } = context;
  if (!letter.hasCode || !letter.waits) throw goTo(context, `/staff/letters/${id}`);
  const title = text.t(`kiosk:letters.confirm.${deed}.title`, { name: isolate(letter.name) });
  return { kind: "confirm" as const, title, deed, back: text.link(`/staff/letters/${id}`) };
}

/**
 * It is in its envelope (`printed`), it is to be printed once more and waits here for that (`again`), or it does not go to
 * the address that it has (`refuse`). The list says what became of it.
 */
export async function action({ context, params, request }: ActionFunctionArgs) {
  await requireStaff(context);
  const id = params["letter"]!;
  const deed = fieldOf(await readForm(request), "do");
  if (deed === "again") {
    await queueAgain(context, onDuty(context), id);
    return goTo(context, `/staff/letters/${id}`);
  }
  if (deed !== "printed" && deed !== "refuse") throw refuse(404);
  const isDone = await (deed === "refuse" ? refuseProofLetter : markPrinted)(context, onDuty(context), id);
  return goTo(context, `/staff/letters?done=${isDone ? deed : "late"}&letter=${id}`);
}

export default function StaffLetter() {
  const view = useLoaderData<typeof loader>();
  return view.kind === "confirm" ? <LetterConfirmPage view={view} /> : <LetterPage view={view} />;
}
