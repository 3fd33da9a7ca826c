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

/** The most lines of the page; the file has all. */
const most = 200;

export async function loader({ context }: LoaderFunctionArgs) {
  const { id, name } = await requireRight(context, "organisation.audit");
  const { text, url } = context;
  const filter = readFilter(url.searchParams);
  const rows = await listHistory(context, { kind: "organisation", id }, filter, most + 1);
  return {
    title: text.t("organisations:history.title"),
    organisation: name,
    rows: rows.slice(0, most),
    filter,
    people: await listWho(context, { kind: "organisation", id }),
    kinds: historyKinds,
    file: `${text.link("/organisation/history.csv")}?${new URLSearchParams({ ...filter })}`,
    isCut: rows.length > most,
  } satisfies HistoryView;
}

export default function OrganisationHistory() {
  return <HistoryPage view={useLoaderData<typeof loader>()} />;
}
