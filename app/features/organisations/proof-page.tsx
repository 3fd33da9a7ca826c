import type { OrganisationKind } from "~db/schema/organisations";
import type { PageView } from "../../platform/context.server";
import { BackLink } from "../../ui/back-link/back-link";
import { Button } from "../../ui/button/button";
import { FormErrorSummary, type Message, useMessage } from "../../ui/form-errors/form-errors";
import { Input } from "../../ui/input/input";
import { InsetText } from "../../ui/inset-text/inset-text";
import { useLink, useT } from "../../ui/locale/locale";
import { NotificationBanner } from "../../ui/notification-banner/notification-banner";
import { Page } from "../../ui/page/page";
import { AddressLines } from "./address-lines";
import type { ProofLetter } from "./proof.server";

export interface ProofView extends PageView {
  organisation: string;
  kind: OrganisationKind;
  /** When it was proved, by a letter to which address. */
  proved: { date: string; address: string[] } | undefined;
  /** The newest letter, where there is one and it is not proved. */
  letter: { state: ProofLetter["state"]; asked: string; until: string; address: string[] } | undefined;
  /** The day from which another letter may be asked for; undefined where that is now. */
  next: string | undefined;
  code: string;
  error: Message | undefined;
  /** What was just done: a text key. */
  done: "asked" | "proved" | undefined;
}

/** How an organisation is proved: by a code that a letter brings to its registered address. */
export function ProofPage({ view }: { view: ProofView }) {
  const t = useT();
  const link = useLink();
  const { organisation, proved, done } = view;
  return (
    <Page before={<BackLink href={link("/organisation")}>{t("organisations:people.back")}</BackLink>}>
      <FormErrorSummary errors={{ code: view.error }} />
      {done && (
        <NotificationBanner type="success">
          {t(`organisations:proof.done.${done}`, { who: organisation })}
        </NotificationBanner>
      )}
      <span className="govuk-caption-l">
        <bdi>{organisation}</bdi>
      </span>
      <h1 className="govuk-heading-l">{view.title}</h1>
      {proved ? (
        <>
          <p className="govuk-body">{t("organisations:proof.proved", { date: proved.date })}</p>
          <AddressLines lines={[organisation, ...proved.address]} />
          <p className="govuk-body">{t("organisations:proof.proved-note")}</p>
        </>
      ) : (
        <Unproved view={view} />
      )}
    </Page>
  );
}

function Unproved({ view: { organisation, kind, letter, next, code, error } }: { view: ProofView }) {
  const t = useT();
  const link = useLink();
  const message = useMessage();
  const isWaiting = letter?.state === "waiting";
  const ask = (
    <Button href={link("/organisation/proof/letter")} classes={isWaiting ? "govuk-button--secondary" : undefined}>
      {t(`organisations:proof.${letter ? "ask-again" : "ask"}`)}
    </Button>
  );
  return (
    <>
      <p className="govuk-body">{t("organisations:proof.why")}</p>
      {letter && isWaiting && (
        <>
          <p className="govuk-body">{t("organisations:proof.sent", { date: letter.asked })}</p>
          <AddressLines lines={[organisation, ...letter.address]} />
          <form method="post" noValidate>
            <Input
              name="code"
              label={{ text: t("organisations:proof.code"), classes: "govuk-label--m" }}
              hint={{ text: t("organisations:proof.code-hint", { date: letter.until }) }}
              value={code}
              errorMessage={message(error)}
              autoComplete="one-time-code"
              autoCapitalize="characters"
              spellCheck={false}
              classes="govuk-input--width-20"
              attributes={{ dir: "ltr" }}
            />
            <Button preventDoubleClick>{t("organisations:proof.enter")}</Button>
          </form>
          <h2 className="govuk-heading-m">{t("organisations:proof.again-title")}</h2>
          <p className="govuk-body">{t("organisations:proof.again-body")}</p>
        </>
      )}
      {letter && !isWaiting && <InsetText>{t(`organisations:proof.ended.${letter.state}`)}</InsetText>}
      {!isWaiting && <p className="govuk-body">{t(`organisations:proof.where.${kind}`)}</p>}
      {next ? <p className="govuk-body">{t("organisations:proof.limit", { date: next })}</p> : ask}
    </>
  );
}
