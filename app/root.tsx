import { isRouteErrorResponse, Outlet, useRouteError } from "@remix-run/react";
import type { ReactNode } from "react";
import { HelpPlace, KioskFrame, KioskHead } from "./features/kiosks/kiosks";
import { ClientNotice } from "./features/letters/letters";
import { AnswerCards } from "./flow/flow";
import islands from "./islands?worker&url";
import { supportScript } from "./platform/http/support-script";
import { useShell } from "./shell";
import styles from "./styles/app.scss?url";
import { ActingBar } from "./ui/acting-bar/acting-bar";
import { BrandFooter } from "./ui/brand-footer/brand-footer";
import { BrandHeader } from "./ui/brand-header/brand-header";
import { GivenBack } from "./ui/given-back/given-back";
import { useLocale } from "./ui/locale/locale";
import { SkipLink } from "./ui/skip-link/skip-link";

const footerPages = ["accessibility", "privacy", "cookies", "contact"] as const;

export function Layout({ children }: { children: ReactNode }) {
  const { t, lng, dir, link } = useLocale();
  const { council, page, languages, account, acting, signInHref, kiosk, client, hydrates } = useShell();
  // Before a visit, the start screen itself has the languages, and there is nowhere else to go.
  const isOpen = !kiosk || kiosk.inVisit;
  const error = useRouteError();
  const own = error === undefined || error === null ? page?.title : t(`ui:errors.${errorStatus(error)}.title`);
  const title = [own, t("ui:product"), council.name].filter(Boolean).join(" – ");
  const labels = {
    languages: t("ui:header.languages"),
    account: t("ui:header.account"),
    signIn: t("ui:header.sign-in"),
    signOut: t("ui:header.sign-out"),
  };
  const accountOf = () =>
    account
      ? {
          name: account.name,
          accountHref: link(account.home),
          signOutHref: link("/sign-out"),
        }
      : { signInHref };
  return (
    <html lang={lng} dir={dir} className={kiosk?.classes ?? "govuk-template"}>
      <head>
        <meta charSet="utf-8" />
        <title>{page?.failed ? t("ui:error-title", { title }) : title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content="#0b4f4a" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={styles} />
        {kiosk?.inVisit && <KioskHead here={kiosk.here} idle={kiosk.help?.idle ?? kiosk.idle} />}
      </head>
      {/* The script below writes into its class before React looks. */}
      <body className="govuk-template__body" suppressHydrationWarning>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: fixed text; the policy allows it by its hash alone. */}
        <script dangerouslySetInnerHTML={{ __html: supportScript }} />
        <SkipLink href="#content">{t("ui:skip")}</SkipLink>
        {kiosk?.inVisit && <SkipLink href="#visit">{t("kiosk:bar.skip")}</SkipLink>}
        <BrandHeader
          council={council}
          product={t("ui:product")}
          homeHref={link(isOpen ? "/" : "/kiosk")}
          languages={isOpen ? languages : []}
          account={isOpen ? accountOf() : undefined}
          labels={labels}
        />
        {acting && (
          <ActingBar
            label={t("organisations:acting.label")}
            text={t(acting.organisation ? "organisations:acting.for" : "organisations:acting.self")}
            organisation={acting.organisation}
            switchLabel={t("organisations:acting.switch")}
            choices={acting.choices}
          />
        )}
        {kiosk?.inVisit && <HelpPlace help={kiosk.help} here={kiosk.here} />}
        {client && <ClientNotice {...client} />}
        <div className="govuk-width-container">{children}</div>
        <BrandFooter
          links={(isOpen ? footerPages : []).map((id) => ({ text: t(`pages:${id}.link`), href: link(`/${id}`) }))}
          council={council}
          phone={{ label: t("ui:footer.phone"), number: council.phone }}
          hours={t("ui:footer.hours")}
          linksLabel={t("ui:footer.links")}
        />
        {kiosk?.inVisit && <KioskFrame here={kiosk.here} idle={kiosk.idle} form={error ? undefined : page?.staying} />}
        {!hydrates && <script type="module" src={islands} />}
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

const known = new Set([400, 403, 404, 410, 413, 429, 503]);
const errorStatus = (error: unknown) => (isRouteErrorResponse(error) && known.has(error.status) ? error.status : 500);

/** What may be over in a while: the same form can be sent again. */
const passing = new Set([429, 500, 503]);

/** A real page for what went wrong, in the reader's language: what happened, what to do, whom to call. */
export function ErrorBoundary() {
  const { t, link } = useLocale();
  const { council, givenBack } = useShell();
  const status = errorStatus(useRouteError());
  return (
    <main className="govuk-main-wrapper" id="content" tabIndex={-1}>
      <h1 className="govuk-heading-l">{t(`ui:errors.${status}.title`)}</h1>
      <p className="govuk-body">{t(`ui:errors.${status}.body`)}</p>
      {givenBack && passing.has(status) && givenBack.texts.length > 0 && (
        <GivenBack
          title={t("ui:errors.given-back.title")}
          body={[t("ui:errors.given-back.body"), ...(givenBack.hadFiles ? [t("ui:errors.given-back.files")] : [])]}
          texts={givenBack.answers ? [] : givenBack.texts}
          again={{ ...givenBack, label: t("ui:errors.given-back.again") }}
        >
          {givenBack.answers && <AnswerCards cards={[{ title: undefined, rows: givenBack.answers }]} />}
        </GivenBack>
      )}
      <p className="govuk-body">
        {t("ui:errors.call")} <bdi>{council.phone}</bdi>
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href={link("/")}>
          {t("ui:errors.home")}
        </a>
      </p>
    </main>
  );
}
