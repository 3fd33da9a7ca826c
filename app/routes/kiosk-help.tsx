import type { LoaderFunctionArgs } from "@remix-run/node";
import { HelpPage, type HelpView } from "../features/kiosks/kiosks";
import { goTo, show } from "../platform/context.server";
import { isolate } from "../platform/i18n/isolate";
import { useView } from "../ui/page/view";

export async function loader({ context }: LoaderFunctionArgs) {
  const { kiosk, text, config } = context;
  if (!kiosk?.visit) return goTo(context, "/kiosk");
  return show<HelpView>(context, {
    title: text.t("kiosk:help.title"),
    code: context.blanks.mark(kiosk.visit.code.replace(/(\d{3})(?=\d)/g, "$1 ")),
    phone: isolate(config.council.phone),
  });
}

export default function KioskHelp() {
  return <HelpPage view={useView<HelpView>()} />;
}
