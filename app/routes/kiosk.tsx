import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { StartPage, type StartView } from "../features/kiosks/kiosks";
import { callHelp, changeLook, readLook } from "../features/kiosks/kiosks.server";
import { goTo } from "../platform/context.server";
import { fieldOf } from "../platform/http/field";
import { readForm } from "../platform/http/form.server";
import { languageCodes, languages, localPath } from "../platform/i18n/languages";
import { readCatalogue, servicesOf } from "../services/catalogue.server";
import { processes } from "../services/service";
import { startVisit } from "../visits.server";

/** The start screen. Whoever comes back to it in their visit is at their home page. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { kiosk, text, lng, url } = context;
  if (!kiosk) return goTo(context, "/kiosk/enrol");
  if (kiosk.visit) return goTo(context, "/");
  const { all } = await readCatalogue(context);
  return {
    title: text.t("kiosk:start.title"),
    ended: url.searchParams.has("ended"),
    languages: languageCodes.map((code) => ({
      lng: code,
      name: languages[code].name,
      dir: languages[code].dir,
      href: localPath(code, "/kiosk"),
      current: code === lng,
    })),
    ways: processes
      .filter((process) => servicesOf(all, process).length > 0)
      .map((process) => ({
        to: process,
        icon: process,
        title: text.t(`home:ways.${process}.title`),
        hint: text.t(`home:ways.${process}.hint`),
      })),
  } satisfies StartView;
}

/** Begins a visit, and leads to what was touched: another look of the pages leads to the first of them. */
export async function action({ context, request }: ActionFunctionArgs) {
  if (!context.kiosk) return goTo(context, "/kiosk/enrol");
  const form = await readForm(request);
  const to = fieldOf(form, "to");
  await startVisit(context, context.kiosk);
  const { visit } = context.kiosk;
  if (visit && to === "help") await callHelp(context, visit);
  if (visit) await changeLook(context, visit, readLook(form));
  return goTo(context, pathOf(to));
}

function pathOf(to: string): string {
  if (to === "help") return "/kiosk/help";
  if (to === "search") return "/search";
  const process = processes.find((one) => one === to);
  return process ? `/services#${process}` : "/";
}

export default function KioskStart() {
  return <StartPage view={useLoaderData<typeof loader>()} />;
}
