import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DetailsPage, type DetailsView } from "../features/organisations/organisations";
import {
  changeDetails,
  fieldsOf,
  getOrganisation,
  type Organisation,
  preparePremises,
  readName,
  readPremises,
  requireRight,
  typedFields,
  wordOvertaken,
} from "../features/organisations/organisations.server";
import { type Context, goTo } from "../platform/context.server";
import { fieldOf } from "../platform/http/field";
import { readForm } from "../platform/http/form.server";

type Shown = Pick<DetailsView, "fields"> & Partial<DetailsView> & { wish?: string };

async function viewOf(
  context: Context,
  { name, number, version, provedAt }: Organisation,
  { wish, ...shown }: Shown,
): Promise<DetailsView> {
  return {
    title: context.text.t("organisations:details.title"),
    organisation: name,
    hasNumber: number !== null,
    isProved: provedAt !== null,
    seen: String(version),
    errors: {},
    overtaken: undefined,
    found: await preparePremises(context, shown.fields, wish),
    ...shown,
  };
}

export async function loader({ context }: LoaderFunctionArgs) {
  const { id } = await requireRight(context, "organisation.change");
  const organisation = await getOrganisation(context, id);
  return await viewOf(context, organisation, { fields: await fieldsOf(context, organisation) });
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { id } = await requireRight(context, "organisation.change");
  const form = await readForm(request);
  const organisation = await getOrganisation(context, id);
  const fields = typedFields(form);
  const seen = fieldOf(form, "seen").slice(0, 20);
  const again = (shown: Shown) => viewOf(context, organisation, { seen, ...shown });
  const wish = fieldOf(form, "by");
  if (wish) return again({ fields, wish });
  const place = await readPremises(context, fields);
  if (place.again) return again({ fields: place.again });
  const errors = { ...readName(context.text, fields), ...place.errors };
  if (!place.read || errors.name) return data(await again({ fields, errors, failed: true }), { status: 400 });
  const wanted = { name: fields.name, premises: place.read };
  const by = await context.provenance();
  const changed = await changeDetails(context, by, { organisationId: id, seen: Number(seen), wanted });
  if (changed.ok) return goTo(context, "/organisation?done=details");
  const { now, wanted: typed } = changed.error;
  const overtaken = await wordOvertaken(context, changed.error);
  const shown = { fields: await fieldsOf(context, typed), seen: String(now.version), overtaken };
  return data(await again({ ...shown, organisation: now.name, failed: true }), { status: 409 });
}

export default function OrganisationDetails() {
  const loaded = useLoaderData<typeof loader>();
  return <DetailsPage view={useActionData<typeof action>() ?? loaded} />;
}
