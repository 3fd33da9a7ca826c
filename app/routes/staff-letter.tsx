import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { requireStaff } from "../features/accounts/accounts.server";
import { LetterPage, type LetterPageView } from "../features/letters/letters";
import { findLetter, markPrinted } from "../features/letters/letters.server";
import { goTo, onDuty, refuse, show } from "../platform/context.server";
import { languages } from "../platform/i18n/languages";
import { useView } from "../ui/page/view";

export async function loader({ context, params }: LoaderFunctionArgs) {
  requireStaff(context);
  const letter = await findLetter(context, params["letter"]!);
  if (!letter) throw refuse(404);
  const { dir } = languages[letter.lng];
  const pdfHref = dir === "ltr" ? context.text.link(`/staff/letters/${letter.id}/pdf`) : undefined;
  const title = context.text.t("kiosk:letters.one", { name: `\u2068${letter.name}\u2069` });
  return show<LetterPageView>(context, { title, letter, dir, pdfHref });
}

export async function action({ context, params }: ActionFunctionArgs) {
  requireStaff(context);
  await markPrinted(context, onDuty(context), params["letter"]!);
  return goTo(context, "/staff/letters");
}

export default function StaffLetter() {
  return <LetterPage view={useView<LetterPageView>()} />;
}
