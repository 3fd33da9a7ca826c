import { Button } from "../../ui/button/button";
import { ErrorSummary } from "../../ui/error-summary/error-summary";
import { useLink, useT } from "../../ui/locale/locale";
import { Overtaken } from "../../ui/overtaken/overtaken";
import { SaveStatus } from "../../ui/save-status/save-status";
import { WarningText } from "../../ui/warning-text/warning-text";
import { Fields } from "../fields";
import { wordsFor } from "../questions/words";
import type { QuestionView, StepView } from "../show.server";
import { Bodies } from "./bodies";
import { Caption, Page } from "./page";
import { useQuestions } from "./questions-context";

/** A page with the questions of one step; also a notice, and the page where a way ends. */
export function StepPage({ view }: { view: StepView }) {
  return (
    <Page back={view.back}>
      {view.errors.length > 0 && (
        <ErrorSummary errorList={view.errors.map(({ field, text }) => ({ text, href: `#${field}` }))} />
      )}
      {view.overtaken && <Overtaken {...view.overtaken} />}
      <Caption>{view.caption}</Caption>
      {view.others && <p className="govuk-body app-quiet">{view.others}</p>}
      {view.kind === "stop" ? <Stop view={view} /> : <StepForm view={view} />}
    </Page>
  );
}

function StepForm({ view }: { view: StepView }) {
  const t = useT();
  const link = useLink();
  return (
    <form
      id={view.staying}
      method="post"
      action={view.action}
      encType={view.hasFiles ? "multipart/form-data" : undefined}
      noValidate
      data-autosave={view.kind === "questions" ? view.save : undefined}
      data-autosave-failed={t("flow:save-failed")}
    >
      {view.draftId && <input type="hidden" name="draft" value={view.draftId} />}
      {view.seen !== undefined && <input type="hidden" name="seen" value={view.seen} />}
      <input type="hidden" name="sent" value={view.sent} />
      {view.failed && <input type="hidden" name="failed" value="yes" />}
      {view.heading && <h1 className="govuk-heading-l">{view.heading}</h1>}
      <Body paragraphs={view.body} />
      <Bodies bodies={view.bodies} />
      <Links links={view.links} />
      {view.questions.map((question) => (
        <Ask key={question.name} service={view.service} view={question} />
      ))}
      <Button preventDoubleClick>{t(buttonKey(view))}</Button>
      <div className="app-quiet">
        <SaveStatus>{view.savedAt}</SaveStatus>
        {view.savedAt && (
          <p className="govuk-body-s">
            <a className="govuk-link" href={link("/account")}>
              {t("flow:save-for-later")}
            </a>
          </p>
        )}
        <p className="govuk-body-s app-own-help">
          <a className="govuk-link" href={link("/contact")}>
            {t("flow:get-help")}
          </a>
        </p>
      </div>
    </form>
  );
}

/** A page that only looks something up says so on its button. */
function buttonKey(view: StepView): string {
  const looksUp = view.questions.some(({ found }) => (found as { mode?: string } | undefined)?.mode === "find");
  return looksUp ? "questions:types.address.find" : "ui:continue";
}

const reusedKeys = { reuse: "flow:from-account", confirm: "flow:confirm-account" };

function Ask({ service, view }: { service: string; view: QuestionView }) {
  const t = useT();
  const { text, viewOf } = useQuestions();
  const View = viewOf(view.question);
  const words = wordsFor(text, service, view.question);
  return (
    <>
      {view.reused && <p className="govuk-hint app-reused">{t(reusedKeys[view.reused])}</p>}
      <View {...view} fields={new Fields(view.fields)} words={words} text={text} />
    </>
  );
}

const Body = ({ paragraphs }: { paragraphs: string[] }) => (
  <>
    {paragraphs.map((paragraph) => (
      <p className="govuk-body" key={paragraph}>
        {paragraph}
      </p>
    ))}
  </>
);

/** Services that help here. */
const Links = ({ links }: { links: StepView["links"] }) =>
  links.length > 0 && (
    <ul className="govuk-list">
      {links.map(({ title, href }) => (
        <li key={href}>
          <a className="govuk-link" href={href}>
            {title}
          </a>
        </li>
      ))}
    </ul>
  );

/** Where a way ends without anything to send: what to do instead, and whom to call. */
function Stop({ view }: { view: StepView }) {
  const t = useT();
  const link = useLink();
  return (
    <>
      <h1 className="govuk-heading-l">{view.heading}</h1>
      {view.contact && (
        <WarningText>
          {t("flow:call")}{" "}
          <a className="govuk-link" href={`tel:${view.contact.replace(/[^\d+]/g, "")}`}>
            <bdi>{view.contact}</bdi>
          </a>
        </WarningText>
      )}
      <Body paragraphs={view.body} />
      <Bodies bodies={view.bodies} />
      <Links links={view.links} />
      <p className="govuk-body">
        <a className="govuk-link" href={link("/services")}>
          {t("flow:other-services")}
        </a>
      </p>
    </>
  );
}
