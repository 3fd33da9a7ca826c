import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireAccount } from "../features/accounts/accounts.server";
import { linesOf, ProofLetterPage, type ProofLetterView } from "../features/organisations/organisations";
import {
  askForLetter,
  fieldsOf,
  getOrganisation,
  nextLetterFrom,
  type Organisation,
  preparePremises,
  readPremises,
  requireRight,
  typedFields,
} from "../features/organisations/organisations.server";
import { type Context, goTo } from "../platform/context.server";
import { fieldOf } from "../platform/http/field";
import { readForm } from "../platform/http/form.server";

type Shown = Pick<ProofLetterView, "fields"> & Partial<ProofLetterView> & { wish?: string };

async function viewOf(
  context: Context,
  { name, kind }: Organisation,
  { wish, ...shown }: Shown,
): Promise<ProofLetterView> {
  return {
    title: context.text.t(`organisations:proof.letter.${shown.checked ? "check" : "title"}`),
    organisation: name,
    kind,
    errors: {},
    checked: undefined,
    busy: undefined,
    found: await preparePremises(context, shown.fields, wish),
    ...shown,
  };
}

/** The organisation, where a letter may be asked for now; undefined where its page says why not. */
async function findReady(context: Context): Promise<Organisation | undefined> {
  const { id: organisationId } = await requireRight(context, "organisation.prove");
  const { id: accountId } = await requireAccount(context);
  const organisation = await getOrganisation(context, organisationId);
  const next = organisation.provedAt ?? (await nextLetterFrom(context, { organisationId, accountId }));
  return next ? undefined : organisation;
}

export async function loader({ context }: LoaderFunctionArgs) {
  const organisation = await findReady(context);
  if (!organisation) return goTo(context, "/organisation/proof");
  return await viewOf(context, organisation, { fields: await fieldsOf(context, organisation) });
}

export async function action({ context, request }: ActionFunctionArgs) {
  const organisation = await findReady(context);
  if (!organisation) return goTo(context, "/organisation/proof");
  const form = await readForm(request);
  const fields = typedFields(form);
  const again = (shown: Shown) => viewOf(context, organisation, shown);
  const wish = fieldOf(form, "by");
  if (wish) return again({ fields, wish });
  const place = await readPremises(context, fields);
  if (place.again) return again({ fields: place.again });
  if (!place.read) return data(await again({ fields, errors: place.errors, failed: true }), { status: 400 });
  if (!form.has("send")) return again({ fields, checked: linesOf(place.read) });
  const wanted = { organisationId: organisation.id, registered: place.read, once: fields.once };
  const asked = await askForLetter(context, await context.provenance(), wanted);
  if (!asked.ok && asked.error === "busy") {
    const busy = context.text.t("organisations:proof.letter.busy");
    return data(await again({ fields, checked: linesOf(place.read), busy, failed: true }), { status: 429 });
  }
  return goTo(context, `/organisation/proof${asked.ok ? "?done=asked" : ""}`);
}

export default function OrganisationProofLetter() {
  const loaded = useLoaderData<typeof loader>();
  return <ProofLetterPage view={useActionData<typeof action>() ?? loaded} />;
}
