import { Button } from "../../ui/button/button";
import { InsetText } from "../../ui/inset-text/inset-text";
import { useLink, useT } from "../../ui/locale/locale";
import { SummaryList } from "../../ui/summary-list/summary-list";
import type { StartView } from "../start.server";
import { AnswerCards } from "./answer-cards";
import { Bodies } from "./bodies";
import { Page, Related } from "./page";

/** What a service does, what it needs, costs and promises, before anybody begins. */
export function StartPage({ view }: { view: StartView }) {
  const t = useT();
  const link = useLink();
  if (view.bodies.length > 0) return <OthersDoThis view={view} />;
  const facts = [
    { key: { text: t("flow:start.time") }, value: { text: view.minutes } },
    ...view.cost.map(({ label, amount }) => ({ key: { text: label }, value: { text: amount } })),
    ...(view.standard ? [{ key: { text: t("flow:start.answer") }, value: { text: view.standard } }] : []),
  ];
  return (
    <Page back={link("/services")}>
      <h1 className="govuk-heading-xl">{view.heading}</h1>
      <p className="govuk-body-l">{view.summary}</p>
      {view.need.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{t("flow:start.need")}</h2>
          <ul className="govuk-list govuk-list--bullet">
            {view.need.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </>
      )}
      <SummaryList rows={facts} />
      {view.obstacle ? (
        <InsetText>{view.obstacle}</InsetText>
      ) : view.refusal ? (
        <Refused refusal={view.refusal} />
      ) : (
        <Begin view={view} />
      )}
      {view.soFar.length > 0 && <SoFar view={view} />}
      <h2 className="govuk-heading-m">{t("flow:start.other-ways")}</h2>
      <p className="govuk-body">
        {t("flow:start.phone")} <bdi>{view.phone}</bdi>. {t("ui:footer.hours")}.
      </p>
      {view.inPerson && (
        <p className="govuk-body">
          {t("flow:start.in-person")}{" "}
          <a className="govuk-link" href={view.inPerson.href}>
            {view.inPerson.title}
          </a>
        </p>
      )}
      {view.data && (
        <>
          <h2 className="govuk-heading-m">{t("flow:start.data")}</h2>
          <p className="govuk-body">
            {view.data}{" "}
            <a className="govuk-link" href={link("/privacy")}>
              {t("flow:start.privacy")}
            </a>
          </p>
        </>
      )}
      <Related title={t("flow:related")} links={view.related} />
      <p className="govuk-body-s app-quiet">{view.reviewed}</p>
    </Page>
  );
}

/** Where another body does it: who, and how to reach them. Nothing is promised for them. */
function OthersDoThis({ view }: { view: StartView }) {
  const t = useT();
  return (
    <Page back={useLink()("/services")}>
      <h1 className="govuk-heading-xl">{view.heading}</h1>
      <p className="govuk-body-l">{view.obstacle}</p>
      <Bodies bodies={view.bodies} />
      {view.soFar.length > 0 && <SoFar view={view} />}
      <Related title={t("flow:related")} links={view.related} />
    </Page>
  );
}

/** The one button that begins, or goes on. */
function Begin({ view }: { view: StartView }) {
  const t = useT();
  return (
    <>
      {view.signInNeeded && <InsetText>{t("flow:start.sign-in")}</InsetText>}
      {view.begun && <InsetText>{view.begun}</InsetText>}
      <Button href={view.start} isStartButton>
        {t(view.begun ? "flow:start.carry-on" : "flow:start.now")}
      </Button>
      {view.discard && (
        <p className="govuk-body">
          <a className="govuk-link" href={view.discard}>
            {t("flow:start.discard")}
          </a>
        </p>
      )}
    </>
  );
}

/** What somebody had typed when the service was switched off. */
function SoFar({ view }: { view: StartView }) {
  const t = useT();
  return (
    <>
      <h2 className="govuk-heading-m">{t("flow:obstacle.so-far")}</h2>
      <p className="govuk-body">{t("flow:obstacle.kept")}</p>
      <AnswerCards cards={view.soFar} />
    </>
  );
}

/** Why the service cannot be used as things are, and what to do instead. */
const Refused = ({ refusal }: { refusal: NonNullable<StartView["refusal"]> }) => (
  <InsetText>
    <p className="govuk-body">{refusal.text}</p>
    {refusal.ways.map(({ text, href }) => (
      <p className="govuk-body" key={href}>
        <a className="govuk-link govuk-!-font-weight-bold" href={href}>
          {text}
        </a>
      </p>
    ))}
  </InsetText>
);
