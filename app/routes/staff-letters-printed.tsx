import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "../features/accounts/accounts.server";
import { PrintedPage, type QueueView } from "../features/letters/letters";
import { listPrinted } from "../features/letters/letters.server";
import { fieldOf } from "../platform/http/field";

export async function loader({ context, request }: LoaderFunctionArgs) {
  await requireStaff(context);
  const { text } = context;
  const after = fieldOf(new URL(request.url).searchParams, "after") || undefined;
  const page = await listPrinted(context, after);
  const letters = page.letters.map(({ id, texts: [{ subject }], name, printed }) => ({
    href: text.link(`/staff/letters/${id}`),
    subject,
    name,
    date: printed ? text.date(printed) : "",
  }));
  const first = after && text.link("/staff/letters/printed");
  const more = page.next && text.link(`/staff/letters/printed?after=${page.next}`);
  return { title: text.t("kiosk:letters.printed-title"), letters, first, more } satisfies QueueView;
}

export default function StaffLettersPrinted() {
  return <PrintedPage view={useLoaderData<typeof loader>()} />;
}
