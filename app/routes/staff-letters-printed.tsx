import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireStaff } from "../features/accounts/accounts.server";
import { PrintedPage, type QueueView } from "../features/letters/letters";
import { listPrinted } from "../features/letters/letters.server";
import { show } from "../platform/context.server";
import { useView } from "../ui/page/view";

export async function loader({ context }: LoaderFunctionArgs) {
  requireStaff(context);
  const { text } = context;
  const letters = (await listPrinted(context)).map(({ id, subject, name, printed }) => ({
    href: text.link(`/staff/letters/${id}`),
    subject,
    name,
    date: printed ? text.date(printed) : "",
  }));
  return show<QueueView>(context, { title: text.t("kiosk:letters.printed-title"), letters });
}

export default function StaffLettersPrinted() {
  return <PrintedPage view={useView<QueueView>()} />;
}
