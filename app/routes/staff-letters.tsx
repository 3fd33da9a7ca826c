import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "../features/accounts/accounts.server";
import { QueuePage, type QueueView } from "../features/letters/letters";
import { listQueue } from "../features/letters/letters.server";

export async function loader({ context, request }: LoaderFunctionArgs) {
  await requireStaff(context);
  const { text } = context;
  const after = new URL(request.url).searchParams.get("after") ?? undefined;
  const page = await listQueue(context, after);
  const letters = page.letters.map(({ id, subject, name, written }) => ({
    href: text.link(`/staff/letters/${id}`),
    subject,
    name,
    date: text.date(written),
  }));
  const first = after && text.link("/staff/letters");
  const more = page.next && text.link(`/staff/letters?after=${page.next}`);
  return { title: text.t("kiosk:letters.title"), letters, first, more } satisfies QueueView;
}

export default function StaffLetters() {
  return <QueuePage view={useLoaderData<typeof loader>()} />;
}
