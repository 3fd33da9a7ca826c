import { Readable } from "node:stream";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { readFilter, requireRight, writeHistory } from "../features/organisations/organisations.server";

/** The history for a spreadsheet, which leaves as it is read. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { id } = await requireRight(context, "organisation.audit");
  const parts = writeHistory(context, { kind: "organisation", id }, readFilter(context.url.searchParams));
  return new Response(Readable.toWeb(Readable.from(parts)) as ReadableStream, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="history-${id}.csv"`,
    },
  });
}
