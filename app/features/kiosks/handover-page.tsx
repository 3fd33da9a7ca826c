import type { PageView } from "../../platform/context.server";
import { Button } from "../../ui/button/button";
import { InsetText } from "../../ui/inset-text/inset-text";
import { useLink, useT } from "../../ui/locale/locale";
import { Page } from "../../ui/page/page";
import { Panel } from "../../ui/panel/panel";
import { PrintButton } from "../../ui/print-button/print-button";
import { Sentence } from "../../ui/sentence/sentence";

export interface HandoverPageView extends PageView {
  /** How far it is: see `standAtKiosk`. */
  kind: "scan" | "number" | "wait" | "phone" | "email" | "paper" | "stopped";
  /** Where to ask how things stand, while they may change without this screen. */
  watch: string | undefined;
  /** The page itself, for whoever has no scripts. */
  again: string;
  /** The square for the phone's camera, as a picture. */
  square: string | undefined;
  until: string;
  number: string;
  service: string;
  slip: { address: string; code: string };
}

/** A draft on its way from this kiosk, as the kiosk shows it. */
export function HandoverPage({ view }: { view: HandoverPageView }) {
  const t = useT();
  const link = useLink();
  return (
    <Page>
      {view.watch && <div data-watch={view.watch} data-state={view.kind} />}
      <Stand view={view} />
      {(view.kind === "scan" || view.kind === "wait") && <LookAgain href={view.again} />}
      {view.kind === "stopped" && (
        <p className="govuk-body">
          <a className="govuk-button" href={link("/kiosk/take")}>
            {t("kiosk:take.stopped.again")}
          </a>
        </p>
      )}
      {isDone(view) && (
        <form role="none" method="post" action={link("/kiosk/end")} className="app-actions app-no-print">
          {view.kind === "paper" && <PrintButton>{t("kiosk:take.done.print")}</PrintButton>}
          <Button classes="govuk-button--warning">{t("kiosk:bar.end")}</Button>
        </form>
      )}
    </Page>
  );
}

const isDone = ({ kind }: HandoverPageView) => kind === "phone" || kind === "email" || kind === "paper";

function Stand({ view }: { view: HandoverPageView }) {
  const { kind } = view;
  const t = useT();
  if (kind === "scan") return <Scan view={view} />;
  if (kind === "number") return <Compare title={view.title} number={view.number} />;
  if (kind === "paper") return <Slip view={view} />;
  if (kind === "phone" || kind === "email") return <Panel titleText={view.title}>{t(`kiosk:take.done.${kind}`)}</Panel>;
  return (
    <>
      <h1 className="govuk-heading-l">{view.title}</h1>
      <p className="govuk-body">{t(kind === "wait" ? "kiosk:take.phone.wait-body" : "kiosk:take.stopped.body")}</p>
    </>
  );
}

/** The page moves on by itself; whoever has no scripts looks again. */
export function LookAgain({ href }: { href: string }) {
  const t = useT();
  return (
    <p className="govuk-body">
      <a className="govuk-link" href={href}>
        {t("kiosk:take.phone.again")}
      </a>
    </p>
  );
}

function Scan({ view }: { view: HandoverPageView }) {
  const t = useT();
  return (
    <>
      <h1 className="govuk-heading-l">{view.title}</h1>
      <p className="govuk-body">{t("kiosk:take.phone.body")}</p>
      <p>
        <img className="app-square" src={view.square} alt={t("kiosk:take.phone.alt")} width="320" height="320" />
      </p>
      <p className="govuk-body">{t("kiosk:take.phone.until", { time: view.until })}</p>
    </>
  );
}

/** The number that two screens show, and whether they are the same. */
export function Compare({ title, number }: { title: string; number: string }) {
  const t = useT();
  return (
    <>
      <h1 className="govuk-heading-l">{title}</h1>
      <p className="app-code app-code--large">
        <bdi>{number}</bdi>
      </p>
      <p className="govuk-body">{t("kiosk:take.phone.number-body")}</p>
      <form role="none" method="post" className="app-actions">
        <Button preventDoubleClick name="same" value="yes">
          {t("kiosk:take.phone.yes")}
        </Button>
        <Button classes="govuk-button--secondary" name="same" value="no">
          {t("kiosk:take.phone.no")}
        </Button>
      </form>
    </>
  );
}

function Slip({ view }: { view: HandoverPageView }) {
  const t = useT();
  return (
    <>
      <h1 className="govuk-heading-l">{view.title}</h1>
      <p className="govuk-body">{t("kiosk:take.done.paper")}</p>
      <InsetText>
        <p className="govuk-body govuk-!-font-weight-bold">{view.service}</p>
        <p className="govuk-body">
          <Sentence of="kiosk:take.done.paper-how" values={{ address: view.slip.address }} />
        </p>
        <p className="app-code app-code--large">
          <bdi dir="ltr">{view.slip.code}</bdi>
        </p>
        <p className="govuk-body">{t("kiosk:take.done.paper-until", { date: view.until })}</p>
      </InsetText>
    </>
  );
}
