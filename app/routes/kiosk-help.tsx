import type { LoaderFunctionArgs } from "@remix-run/node";
import { HelpPage, type HelpView } from "../features/kiosks/kiosks";
import { goTo, show } from "../platform/context.server";
import { useView } from "../ui/page/view";

export async function loader({ context }: LoaderFunctionArgs) {
  const { kiosk, text, config } = context;
  if (!kiosk?.visit) return goTo(context, "/kiosk");
  return show<HelpView>(context, {
    title: text.t("kiosk:help.title"),
    code: context.blanks.mark(kiosk.visit.code.replace(/(\d{3})(?=\d)/g, "$1 ")),
    phone: `\u2068${config.council.phone}\u2069`,
  });
}

export default function KioskHelp() {
  return <HelpPage view={useView<HelpView>()} />;
}
