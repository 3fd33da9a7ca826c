import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireStaff } from "../features/accounts/accounts.server";
import { bookingOf } from "../features/bookings/bookings.server";
import { auditRead, findCase, listEvents } from "../features/cases/cases.server";
import { CaseworkPage, type CaseworkView } from "../features/casework/casework";
import { makeCaseworkPage, readMove, saveChange } from "../features/casework/casework.server";
import { wordHelp } from "../features/kiosks/kiosks.server";
import { findRival, getOrganisation } from "../features/organisations/organisations.server";
import { paymentsOf } from "../features/payments/payments.server";
import { answerCards, followWay } from "../flow/flow.server";
import { type Context, goTo, onDuty, refuse } from "../platform/context.server";
import { fieldOf, longest } from "../platform/http/field";
import { readForm } from "../platform/http/form.server";
import { readReference } from "../platform/ids";
import { cutText, plainText } from "../platform/typed";
import { findDefinition } from "../services/catalogue.server";

/** The most characters of a note. */
const longestNote = 4000;

export const handle = { body: "text" };

export async function loader({ context, params }: LoaderFunctionArgs) {
  await requireStaff(context);
  const found = await getCase(context, params["reference"]!);
  await auditRead(context, found, onDuty(context));
  return await viewOf(context, params["reference"]!);
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  await requireStaff(context);
  const found = await getCase(context, params["reference"]!);
  const field = (name: string) => plainText(fieldOf(form, name, longest.text));
  const move = readMove(found.serviceId, field("state"));
  const note = cutText(field("note"), longestNote);
  const saved = await saveChange(context, found.id, { ...move, note, seen: field("seen"), by: onDuty(context) });
  if (saved.ok) return goTo(context, `/staff/cases/${found.reference}?saved=1`);
  const view = await viewOf(context, found.reference);
  const errors = { [saved.error === "note-missing" ? "note" : "state"]: saved.error };
  // What somebody else changed is shown first: a choice made before it is made anew.
  const chosen = saved.error === "changed" ? "" : (move.outcome ?? move.to ?? "");
  return data<CaseworkView>(
    { ...view, saved: false, failed: true, chosen, note, errors },
    { status: saved.error === "changed" ? 409 : 400 },
  );
}

async function getCase(context: Context, typed: string) {
  const reference = readReference(typed);
  const found = reference && (await findCase(context, { reference }));
  if (!found) throw refuse(404);
  return found;
}

async function viewOf(context: Context, reference: string): Promise<CaseworkView> {
  const found = await getCase(context, reference);
  const { kind, id } = found.subject;
  const [organisation, rival, events, payments, booking, help] = await Promise.all([
    kind === "organisation" ? getOrganisation(context, id) : undefined,
    kind === "organisation" ? findRival(context, id) : undefined,
    listEvents(context, found.id),
    paymentsOf(context, found.id),
    bookingOf(context, found.id),
    wordHelp(context, found.draftId),
  ]);
  const service = findDefinition(found.serviceId);
  const way = service && followWay(service, found.answers);
  const told = way ? answerCards(context.text, service, way, { files: "opened" }) : [];
  const sender = organisation && { ...organisation, rival };
  return makeCaseworkPage(context, found, { organisation: sender, events, payments, booking, told, help });
}

export default function StaffCase() {
  const loaded = useLoaderData<typeof loader>();
  return <CaseworkPage view={useActionData<typeof action>() ?? loaded} />;
}
