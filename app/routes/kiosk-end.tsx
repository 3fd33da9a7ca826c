import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isIdle } from "../features/kiosks/kiosks.server";
import { type Context, goTo, type PageView, type Redirect } from "../platform/context.server";
import { Button } from "../ui/button/button";
import { useLink, useT } from "../ui/locale/locale";
import { Page } from "../ui/page/page";
import { endVisit } from "../visits.server";

/**
 * A page without scripts comes here by itself once it has asked in vain: a visit that nobody has touched is over, and so
 * it is ended. Whoever comes here otherwise is asked.
 */
export async function loader({ context }: LoaderFunctionArgs) {
  const visit = context.kiosk?.visit;
  if (!visit || isIdle(context, visit)) return end(context);
  return { title: context.text.t("kiosk:end.title") } satisfies PageView;
}

export const action = ({ context }: ActionFunctionArgs) => end(context);

/**
 * Ends the visit, and has the browser forget what it knows of it. The device's own cookie stays: it says that this is a
 * kiosk. "Back" asks the server again, which leads to the start screen.
 */
async function end(context: Context): Promise<Redirect> {
  const { kiosk, text } = context;
  if (!kiosk) return goTo(context, "/");
  if (kiosk.visit) await endVisit(context, kiosk.visit);
  await context.endSession();
  const headers = { "Clear-Site-Data": '"cache", "storage"' };
  return redirect(`${text.link("/kiosk")}?ended`, { status: 303, headers });
}

export default function KioskEnd() {
  const t = useT();
  const link = useLink();
  const { title } = useLoaderData<typeof loader>();
  return (
    <Page>
      <h1 className="govuk-heading-l">{title}</h1>
      <p className="govuk-body">{t("kiosk:end.body")}</p>
      <form method="post" className="app-actions">
        <Button classes="govuk-button--warning" preventDoubleClick>
          {t("kiosk:bar.end")}
        </Button>
        <a className="govuk-link" href={link("/")}>
          {t("kiosk:end.carry-on")}
        </a>
      </form>
    </Page>
  );
}
