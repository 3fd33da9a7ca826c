import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { HelpPage, type HelpView } from "../features/kiosks/kiosks";
import { goTo } from "../platform/context.server";
import { isolate } from "../platform/i18n/isolate";

export async function loader({ context }: LoaderFunctionArgs) {
  const { kiosk, text, config } = context;
  if (!kiosk?.visit) return goTo(context, "/kiosk");
  return {
    title: text.t("kiosk:help.title"),
    code: context.blanks.mark(kiosk.visit.code.replace(/(\d{3})(?=\d)/g, "$1 ")),
    phone: isolate(config.council.phone),
  } satisfies HelpView;
}

export default function KioskHelp() {
  return <HelpPage view={useLoaderData<typeof loader>()} />;
}
