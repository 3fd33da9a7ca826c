import type { LoaderFunctionArgs } from "@remix-run/node";
import { historyFile, listHistory, readFilter, requireRight } from "../features/organisations/organisations.server";

/** The history for a spreadsheet. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { id } = await requireRight(context, "organisation.audit");
  const rows = await listHistory(context, { kind: "organisation", id }, readFilter(context.url.searchParams));
  return new Response(historyFile(context, rows), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="history-${id}.csv"`,
    },
  });
}
