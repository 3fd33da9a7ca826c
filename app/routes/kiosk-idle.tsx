import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { localNext } from "../features/accounts/accounts.server";
import { IdlePage, type IdleView } from "../features/kiosks/kiosks";
import { goTo } from "../platform/context.server";
import { fieldOf } from "../platform/http/field";

/** A page without scripts comes here by itself, a while before it ends the visit. */
export function loader({ context }: LoaderFunctionArgs) {
  if (!context.kiosk?.visit) return goTo(context, "/kiosk");
  const back = localNext(fieldOf(context.url.searchParams, "back")) ?? "/";
  const { warn, end } = context.config.kioskIdle;
  return { title: context.text.t("kiosk:idle.title"), seconds: end - warn, back } satisfies IdleView;
}

export default function KioskIdle() {
  return <IdlePage view={useLoaderData<typeof loader>()} />;
}
