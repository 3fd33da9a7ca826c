import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { requireAccount, requireAccountToSend } from "../features/accounts/accounts.server";
import { OrganisationForm, type OrganisationFormView } from "../features/organisations/organisations";
import { createOrganisation, readOrganisation, typedFields } from "../features/organisations/organisations.server";
import { type Context, doerOf, goToFor, show } from "../platform/context.server";
import { readForm } from "../platform/http/form.server";
import { useView } from "../ui/page/view";

const viewOf = ({ text }: Context): OrganisationFormView => ({
  title: text.t("organisations:new.title"),
  fields: typedFields(new FormData()),
  errors: {},
});

export async function loader({ context }: LoaderFunctionArgs) {
  if (context.view) return null;
  requireAccount(context);
  return show(context, viewOf(context));
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const { id } = await requireAccountToSend(context, form);
  const fields = typedFields(form);
  const { read, errors } = readOrganisation(fields);
  if (read) {
    const by = { ...doerOf(context), subject: { kind: "account", id } } as const;
    const made = await createOrganisation(context, by, read);
    return goToFor(context, made.id, "/organisation?done=created");
  }
  show<OrganisationFormView>(context, { ...viewOf(context), failed: true, fields, errors });
  return data(null, { status: 400 });
}

export default function OrganisationNew() {
  return <OrganisationForm view={useView<OrganisationFormView>()} />;
}
