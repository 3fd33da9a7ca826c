import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
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
import { type Context, goTo, show } from "../platform/context.server";
import { readForm } from "../platform/http/form.server";
import { useView } from "../ui/page/view";

type Shown = Pick<DetailsView, "fields"> & Partial<DetailsView> & { wish?: unknown };

async function viewOf(
  context: Context,
  { name, number, version }: Organisation,
  { wish, ...shown }: Shown,
): Promise<DetailsView> {
  return {
    title: context.text.t("organisations:details.title"),
    organisation: name,
    hasNumber: number !== null,
    seen: String(version),
    errors: {},
    overtaken: undefined,
    found: await preparePremises(context, shown.fields, wish),
    ...shown,
  };
}

export async function loader({ context }: LoaderFunctionArgs) {
  if (context.view) return null;
  const { id } = requireRight(context, "organisation.change");
  const organisation = await getOrganisation(context, id);
  return show(context, await viewOf(context, organisation, { fields: await fieldsOf(context, organisation) }));
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { id } = requireRight(context, "organisation.change");
  const form = await readForm(request);
  const organisation = await getOrganisation(context, id);
  const fields = typedFields(form);
  const seen = String(form.get("seen") ?? "").slice(0, 20);
  const again = async (shown: Shown) => show(context, await viewOf(context, organisation, { seen, ...shown }));
  const wish = form.get("by");
  if (wish) return again({ fields, wish });
  const place = await readPremises(context, fields);
  if (place.again) return again({ fields: place.again });
  const errors = { ...readName(context.text, fields), ...place.errors };
  if (!place.read || errors.name) {
    await again({ fields, errors, failed: true });
    return data(null, { status: 400 });
  }
  const wanted = { name: fields.name, premises: place.read };
  const by = await context.provenance();
  const changed = await changeDetails(context, by, { organisationId: id, seen: Number(seen), wanted });
  if (changed.ok) return goTo(context, "/organisation?done=details");
  const { now, wanted: typed } = changed.error;
  const overtaken = await wordOvertaken(context, changed.error);
  const shown = { fields: await fieldsOf(context, typed), seen: String(now.version), overtaken };
  await again({ ...shown, organisation: now.name, failed: true });
  return data(null, { status: 409 });
}

export default function OrganisationDetails() {
  return <DetailsPage view={useView<DetailsView>()} />;
}
