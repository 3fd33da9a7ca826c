import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireAccount } from "../features/accounts/accounts.server";
import { OrganisationForm, type OrganisationFormView } from "../features/organisations/organisations";
import {
  createOrganisation,
  preparePremises,
  readAbout,
  readPremises,
  typedFields,
} from "../features/organisations/organisations.server";
import { type Context, doerOf, goToFor } from "../platform/context.server";
import { fieldOf } from "../platform/http/field";
import { readForm } from "../platform/http/form.server";

type Shown = Pick<OrganisationFormView, "page" | "fields"> & Partial<OrganisationFormView> & { wish?: string };

async function viewOf(context: Context, { wish, ...shown }: Shown): Promise<OrganisationFormView> {
  const { t } = context.text;
  const title = t("organisations:new.title");
  return {
    title: shown.page === "about" ? title : `${t("organisations:new.where")} – ${title}`,
    errors: {},
    found: await preparePremises(context, shown.fields, wish),
    ...shown,
  };
}

export async function loader({ context }: LoaderFunctionArgs) {
  await requireAccount(context);
  return await viewOf(context, { page: "about", fields: typedFields(new FormData()) });
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const { id } = await requireAccount(context);
  const fields = typedFields(form);
  const again = (shown: Shown) => viewOf(context, shown);
  const wrong = async (shown: Shown) => data(await again({ ...shown, failed: true }), { status: 400 });
  const wish = fieldOf(form, "by");
  if (wish === "about") return again({ page: "about", fields });
  const about = readAbout(context.text, fields);
  if (!about.read) return wrong({ page: "about", fields, errors: about.errors });
  if (wish || fieldOf(form, "page") !== "premises") return again({ page: "premises", fields, wish });
  const place = await readPremises(context, fields);
  if (place.again) return again({ page: "premises", fields: place.again });
  if (!place.read) return wrong({ page: "premises", fields, errors: place.errors });
  const by = { ...doerOf(context), subject: { kind: "account", id } } as const;
  const made = await createOrganisation(context, by, { ...about.read, premises: place.read }, fields.once);
  return goToFor(context, made.id, "/organisation?done=created");
}

export default function OrganisationNew() {
  const loaded = useLoaderData<typeof loader>();
  return <OrganisationForm view={useActionData<typeof action>() ?? loaded} />;
}
