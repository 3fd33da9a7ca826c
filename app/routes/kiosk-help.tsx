import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { HelpPage, type HelpView } from "../features/kiosks/kiosks";
import { callHelp } from "../features/kiosks/kiosks.server";
import { goTo } from "../platform/context.server";
import { isolate } from "../platform/i18n/isolate";

export async function loader({ context }: LoaderFunctionArgs) {
  const { kiosk, text, config } = context;
  if (!kiosk?.visit) return goTo(context, "/kiosk");
  return {
    title: text.t("kiosk:help.title"),
    code: context.blanks.mark(kiosk.visit.code.replace(/(\d{3})(?=\d)/g, "$1 ")),
    canCall: !kiosk.visit.call && !kiosk.visit.help,
    phone: isolate(config.council.phone),
  } satisfies HelpView;
}

/** Tells the floorwalkers of this site that somebody waits here. Who is helped already need not call. */
export async function action({ context }: ActionFunctionArgs) {
  const visit = context.kiosk?.visit;
  if (!visit) return goTo(context, "/kiosk");
  if (!visit.help) await callHelp(context, visit);
  return goTo(context, "/kiosk/help");
}

export default function KioskHelp() {
  return <HelpPage view={useLoaderData<typeof loader>()} />;
}
