import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireAccount } from "../features/accounts/accounts.server";
import { linesOf, ProofPage, type ProofView } from "../features/organisations/organisations";
import {
  findProofLetter,
  getOrganisation,
  nextLetterFrom,
  proveByCode,
  requireRight,
} from "../features/organisations/organisations.server";
import { type Context, goTo } from "../platform/context.server";
import { guess } from "../platform/guess.server";
import { fieldOf } from "../platform/http/field";
import { readForm } from "../platform/http/form.server";
import { isolate } from "../platform/i18n/isolate";
import { readCode } from "../platform/ids";
import { plainTyped } from "../platform/typed";

const doneKeys = ["asked", "proved"] as const;

async function viewOf(context: Context, organisationId: string): Promise<ProofView> {
  const { text, url } = context;
  const { id: accountId } = await requireAccount(context);
  const { name, kind, provedAt, registered } = await getOrganisation(context, organisationId);
  const letter = provedAt ? undefined : await findProofLetter(context, organisationId);
  const next = provedAt ? undefined : await nextLetterFrom(context, { organisationId, accountId });
  return {
    title: text.t("organisations:proof.title", { name: isolate(name) }),
    organisation: name,
    kind,
    proved: provedAt && registered ? { date: text.date(provedAt), address: linesOf(registered) } : undefined,
    letter: letter && {
      state: letter.state,
      asked: text.date(letter.askedAt),
      until: text.date(letter.until),
      address: linesOf(letter.registered),
    },
    next: next && text.date(next),
    code: "",
    error: undefined,
    done: doneKeys.find((one) => one === fieldOf(url.searchParams, "done")),
  };
}

export async function loader({ context }: LoaderFunctionArgs) {
  const { id } = await requireRight(context, "organisation.prove");
  return await viewOf(context, id);
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { id: organisationId } = await requireRight(context, "organisation.prove");
  const typed = plainTyped(fieldOf(await readForm(request), "code")).slice(0, 50);
  const again = async (error: ProofView["error"], status = 400) => {
    const view = await viewOf(context, organisationId);
    return data<ProofView>({ ...view, code: typed, error, done: undefined, failed: true }, { status });
  };
  const code = readCode(typed);
  // A slip of the pen is no guess.
  if (!code) return again("organisations:errors.code-missing");
  const by = await context.provenance();
  const tried = await guess(context, { kind: "organisation-code" }, () =>
    proveByCode(context, by, { organisationId, code }),
  );
  if (tried.kind === "wait") return again(tried.message, 429);
  return tried.kind === "right"
    ? goTo(context, "/organisation/proof?done=proved")
    : again("organisations:errors.code-wrong");
}

export default function OrganisationProof() {
  const loaded = useLoaderData<typeof loader>();
  return <ProofPage view={useActionData<typeof action>() ?? loaded} />;
}
