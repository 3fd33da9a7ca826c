import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { HistoryPage, type HistoryView } from "../features/organisations/organisations";
import {
  historyKinds,
  listHistory,
  listWho,
  readFilter,
  requireRight,
} from "../features/organisations/organisations.server";

export async function loader({ context }: LoaderFunctionArgs) {
  const { id, name } = await requireRight(context, "organisation.audit");
  const { text, url } = context;
  const { before, ...filter } = readFilter(url.searchParams);
  const { rows, next } = await listHistory(context, { kind: "organisation", id }, { ...filter, before });
  const pathOf = (more: Record<string, string>, file = "") =>
    `${text.link(`/organisation/history${file}`)}?${new URLSearchParams({ ...filter, ...more })}`;
  return {
    title: text.t("organisations:history.title"),
    organisation: name,
    rows,
    filter,
    people: await listWho(context, { kind: "organisation", id }),
    kinds: historyKinds,
    file: pathOf({}, ".csv"),
    older: next ? pathOf({ before: String(next) }) : undefined,
    newest: before ? pathOf({}) : undefined,
  } satisfies HistoryView;
}

export default function OrganisationHistory() {
  return <HistoryPage view={useLoaderData<typeof loader>()} />;
}
