import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { discardDraft, findDraftFor } from "../flow/flow.server";
import { type Context, doerOf, goTo, type PageView, refuse } from "../platform/context.server";
import { BackLink } from "../ui/back-link/back-link";
import { Button } from "../ui/button/button";
import { useLink, useT } from "../ui/locale/locale";
import { Page } from "../ui/page/page";

interface DiscardView extends PageView {
  service: string;
}

async function requireOwn(context: Context, id: string | undefined) {
  const draft = await findDraftFor(context, id, "draft.change");
  if (draft?.state !== "open") throw refuse(404);
  return draft;
}

/** Asks once more before answers are thrown away. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const draft = await requireOwn(context, params["draft"]);
  const { text } = context;
  return {
    title: text.t("home:discard.title"),
    service: text.t(`services/${draft.serviceId}:title`),
  } satisfies DiscardView;
}

export async function action({ context, params }: ActionFunctionArgs) {
  const { id, subject } = await requireOwn(context, params["draft"]);
  await discardDraft(context, { ...doerOf(context), subject }, id);
  return goTo(context, "/account?discarded=1");
}

export default function AccountDiscard() {
  const t = useT();
  const link = useLink();
  const { title, service } = useLoaderData<typeof loader>();
  return (
    <Page before={<BackLink href={link("/account")} />}>
      <span className="govuk-caption-l">{service}</span>
      <h1 className="govuk-heading-l">{title}</h1>
      <p className="govuk-body">{t("home:discard.body")}</p>
      <form method="post" className="app-actions">
        <Button classes="govuk-button--warning" preventDoubleClick>
          {t("home:discard.button")}
        </Button>
        <a className="govuk-link" href={link("/account")}>
          {t("home:discard.keep")}
        </a>
      </form>
    </Page>
  );
}
