import type { ReactNode } from "react";
import type { PageView } from "../../platform/context.server";
import { Button } from "../../ui/button/button";
import { FormErrorSummary, type Message, useMessage } from "../../ui/form-errors/form-errors";
import { Input } from "../../ui/input/input";
import { useT } from "../../ui/locale/locale";
import { Page } from "../../ui/page/page";
import { Sentence } from "../../ui/sentence/sentence";

export interface TrackView extends PageView {
  /** `ask`: reference and email; `code`: the same answer for everybody; `open`: a link's button; `gone`: an old link. */
  kind: "ask" | "code" | "open" | "gone";
  reference: string;
  email: string;
  /** The code that was typed and not taken. */
  code: string;
  errors: Partial<Record<"reference" | "email" | "code", Message>>;
  phone: string;
  trackHref: string;
}

/** The way to a case without an account. */
export function TrackPage({ view }: { view: TrackView }) {
  const Part = parts[view.kind];
  return (
    <Page>
      <FormErrorSummary errors={view.errors} />
      <h1 className="govuk-heading-l">{view.title}</h1>
      <Part view={view} />
    </Page>
  );
}

type PartProps = { view: TrackView };

function Ask({ view: { reference, email, errors, phone, trackHref } }: PartProps) {
  const t = useT();
  const message = useMessage();
  return (
    <>
      <p className="govuk-body">{t("cases:track.body")}</p>
      <TrackForm intent="ask" action={trackHref} button={t("cases:track.button")}>
        <Input
          name="reference"
          label={{ text: t("cases:track.reference") }}
          hint={{ text: t("cases:track.reference-hint") }}
          classes="govuk-input--width-10"
          value={reference}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          attributes={{ dir: "ltr" }}
          errorMessage={message(errors.reference)}
        />
        <Input
          name="email"
          type="email"
          label={{ text: t("cases:track.email") }}
          hint={{ text: t("cases:track.email-hint") }}
          value={email}
          autoComplete="email"
          autoCapitalize="none"
          spellCheck={false}
          attributes={{ dir: "ltr" }}
          errorMessage={message(errors.email)}
        />
      </TrackForm>
      <p className="govuk-body">
        <Sentence of="cases:track.no-email" values={{ phone }} />
      </p>
    </>
  );
}

function Code({ view: { reference, email, code, errors, trackHref } }: PartProps) {
  const t = useT();
  const message = useMessage();
  return (
    <>
      <p className="govuk-body">
        <Sentence of="cases:track.sent" values={{ email }} />
      </p>
      <p className="govuk-body">{t("cases:track.sent-use")}</p>
      <TrackForm intent="code" action={trackHref} button={t("cases:track.code-button")} known={{ reference, email }}>
        <Input
          name="code"
          label={{ text: t("cases:track.code") }}
          classes="govuk-input--width-5 govuk-input--extra-letter-spacing"
          value={code}
          inputMode="numeric"
          autoComplete="one-time-code"
          attributes={{ dir: "ltr" }}
          errorMessage={message(errors.code)}
        />
      </TrackForm>
      <p className="govuk-body">{t("cases:track.again-body")}</p>
      <TrackForm
        intent="ask"
        action={trackHref}
        button={t("cases:track.again")}
        known={{ reference, email }}
        isSecond
      />
      <p className="govuk-body">
        <a className="govuk-link" href={`${trackHref}?reference=${reference}`}>
          {t("cases:track.change")}
        </a>
      </p>
    </>
  );
}

function Open() {
  const t = useT();
  return (
    <>
      <p className="govuk-body">{t("cases:track.open-body")}</p>
      <form role="none" method="post">
        <Button preventDoubleClick>{t("cases:track.open-button")}</Button>
      </form>
    </>
  );
}

function Gone({ view: { trackHref } }: PartProps) {
  const t = useT();
  return (
    <>
      <p className="govuk-body">{t("cases:track.gone-body")}</p>
      <Button href={trackHref}>{t("cases:track.gone-button")}</Button>
    </>
  );
}

const parts: Record<TrackView["kind"], (props: PartProps) => ReactNode> = {
  ask: Ask,
  code: Code,
  open: Open,
  gone: Gone,
};

interface TrackFormProps {
  intent: "ask" | "code";
  action: string;
  button: string;
  /** What was told on the page before. */
  known?: { reference: string; email: string };
  isSecond?: boolean;
  children?: ReactNode;
}

function TrackForm({ intent, action, button, known, isSecond, children }: TrackFormProps) {
  return (
    <form method="post" action={action} noValidate id={`form-${intent}`} aria-label={button}>
      <input type="hidden" name="intent" value={intent} />
      {known && <input type="hidden" name="reference" value={known.reference} />}
      {known && <input type="hidden" name="email" value={known.email} />}
      {children}
      <Button preventDoubleClick classes={isSecond ? "govuk-button--secondary" : undefined}>
        {button}
      </Button>
    </form>
  );
}
