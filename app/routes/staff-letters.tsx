import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireStaff } from "../features/accounts/accounts.server";
import { QueuePage, type QueueView } from "../features/letters/letters";
import { listQueue } from "../features/letters/letters.server";
import { show } from "../platform/context.server";
import { useView } from "../ui/page/view";

export async function loader({ context }: LoaderFunctionArgs) {
  requireStaff(context);
  const { text } = context;
  const letters = (await listQueue(context)).map(({ id, subject, name, written }) => ({
    href: text.link(`/staff/letters/${id}`),
    subject,
    name,
    date: text.date(written),
  }));
  return show<QueueView>(context, { title: text.t("kiosk:letters.title"), letters });
}

export default function StaffLetters() {
  return <QueuePage view={useView<QueueView>()} />;
}
