import type { PageView } from "../../platform/context.server";
import { Card } from "../../ui/card/card";
import { InsetText } from "../../ui/inset-text/inset-text";
import { useLink, useT } from "../../ui/locale/locale";
import { NotificationBanner } from "../../ui/notification-banner/notification-banner";
import { Page } from "../../ui/page/page";
import { SearchBox } from "../../ui/search-box/search-box";
import { StatusTag } from "../../ui/status-tag/status-tag";
import { CaseCards, type CaseCardView } from "../cases/cases";
import { Invited, Organisations, type OrganisationsView } from "./account-organisations";
import type { ComingUp } from "./own.server";

type Whose = "guest" | "account" | "organisation" | "client";

export interface AccountView extends PageView, OrganisationsView {
  /** Whose page it is: one's own, or of whom one acts for. */
  of: Whose;
  hasAnything: boolean;
  discarded: boolean;
  /** They have just left an organisation. */
  left: boolean;
  waiting: CaseCardView[];
  inProgress: CaseCardView[];
  drafts: {
    id: string;
    title: string;
    saved: string;
    others: string | undefined;
    ways: { resume: string; discard: string } | undefined;
  }[];
  comingUp: ComingUp[];
  query: string;
  found: CaseCardView[];
  total: number;
}

/** Everything that somebody has with the council: what waits for them first. */
export function AccountPage({ view }: { view: AccountView }) {
  const t = useT();
  const { waiting, inProgress, of, hasAnything } = view;
  return (
    <Page>
      {view.discarded && <NotificationBanner type="success">{t("home:account.discarded")}</NotificationBanner>}
      {view.left && <NotificationBanner type="success">{t("organisations:panel.left")}</NotificationBanner>}
      <h1 className="govuk-heading-l">{view.title}</h1>
      <Invited invitations={view.invitations} />
      {of === "guest" && <Invitation hasAnything={hasAnything} />}
      {of !== "guest" && !hasAnything && <p className="govuk-body">{t("home:account.nothing")}</p>}
      <Cases id="waiting" cards={waiting} />
      <Cases id="in-progress" cards={inProgress} />
      <Drafts drafts={view.drafts} />
      <Coming comingUp={view.comingUp} />
      {view.total > 0 && <Everything view={view} />}
      {of === "account" && <Organisations organisations={view.organisations} />}
      <Links of={of} />
    </Page>
  );
}

function Invitation({ hasAnything }: { hasAnything: boolean }) {
  const t = useT();
  const link = useLink();
  const ways = (
    <div className="app-actions govuk-!-margin-bottom-4">
      <a
        className="govuk-button"
        role="button"
        draggable="false"
        data-module="govuk-button"
        href={link("/sign-in?next=%2Faccount")}
      >
        {t("home:account.sign-in")}
      </a>
      <a className="govuk-link" href={link("/register")}>
        {t("home:account.register")}
      </a>
    </div>
  );
  if (!hasAnything)
    return (
      <>
        <p className="govuk-body">{t("home:account.invite")}</p>
        {ways}
        <p className="govuk-body">{t("home:account.invite-not-needed")}</p>
      </>
    );
  return (
    <InsetText>
      <p className="govuk-body">{t("home:account.only-here")}</p>
      {ways}
    </InsetText>
  );
}

function Cases({ id, cards }: { id: string; cards: CaseCardView[] }) {
  const t = useT();
  if (cards.length === 0) return null;
  return (
    <section aria-labelledby={id} className="app-own">
      <h2 className="govuk-heading-m" id={id}>
        {t(`home:account.${id}`)}
      </h2>
      <CaseCards cards={cards} />
    </section>
  );
}

function Drafts({ drafts }: { drafts: AccountView["drafts"] }) {
  const t = useT();
  if (drafts.length === 0) return null;
  return (
    <section aria-labelledby="drafts" className="app-own">
      <h2 className="govuk-heading-m" id="drafts">
        {t("home:account.drafts")}
      </h2>
      <ul className="govuk-list app-stack">
        {drafts.map(({ id, title, saved, others, ways }) => (
          <li key={id}>
            <Card title={title} aside={saved}>
              {others && <p className="govuk-body">{others}</p>}
              {ways && (
                <span className="app-actions govuk-!-margin-bottom-0">
                  <a className="govuk-link govuk-!-font-weight-bold" href={ways.resume}>
                    {t("home:carry-on")}
                    <span className="govuk-visually-hidden">: {title}</span>
                  </a>
                  <a className="govuk-link" href={ways.discard}>
                    {t("home:account.discard")}
                    <span className="govuk-visually-hidden">: {title}</span>
                  </a>
                </span>
              )}
            </Card>
          </li>
        ))}
      </ul>
      <p className="app-quiet">{t("home:account.drafts-kept")}</p>
    </section>
  );
}

function Coming({ comingUp }: { comingUp: ComingUp[] }) {
  const t = useT();
  if (comingUp.length === 0) return null;
  return (
    <section aria-labelledby="coming-up">
      <h2 className="govuk-heading-m" id="coming-up">
        {t("home:account.coming-up")}
      </h2>
      <ul className="govuk-list app-stack">
        {comingUp.map(({ when, title, where, href }) => (
          <li key={href}>
            <strong>{when}</strong>
            <br />
            <a className="govuk-link" href={href}>
              {title}
            </a>
            {where && (
              <>
                <br />
                <bdi>{where}</bdi>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Everything({ view: { query, found, total } }: { view: AccountView }) {
  const t = useT();
  const link = useLink();
  return (
    <section aria-labelledby="everything">
      <h2 className="govuk-heading-m" id="everything">
        {t("home:account.everything")}
      </h2>
      {(total > 3 || query) && (
        <SearchBox action={`${link("/account")}#everything`} label={t("home:account.search")} value={query} />
      )}
      {query && <p className="govuk-body">{t("home:account.found", { count: found.length, total })}</p>}
      <ul className="govuk-list app-stack">
        {found.map((card) => (
          <li key={card.reference}>
            <a className="govuk-link" href={card.href}>
              {card.title}
            </a>{" "}
            <StatusTag tone={card.tag.tone}>{card.tag.label}</StatusTag>
            <p className="app-quiet govuk-!-margin-bottom-0">
              <bdi className="app-reference">{card.reference}</bdi>. {card.sent}
            </p>
          </li>
        ))}
      </ul>
      {query && (
        <p className="govuk-body">
          <a className="govuk-link" href={`${link("/account")}#everything`}>
            {t("home:account.show-all")}
          </a>
        </p>
      )}
    </section>
  );
}

function Links({ of }: { of: Whose }) {
  const t = useT();
  const link = useLink();
  return (
    <section aria-labelledby="more">
      <h2 className="govuk-heading-m" id="more">
        {t("home:account.more")}
      </h2>
      <ul className="govuk-list">
        {of === "organisation" && (
          <li>
            <a className="govuk-link" href={link("/organisation")}>
              {t("organisations:panel.people")}
            </a>
          </li>
        )}
        {of === "account" && (
          <li>
            <a className="govuk-link" href={link("/account/details")}>
              {t("home:account.details")}
            </a>
          </li>
        )}
        <li>
          <a className="govuk-link" href={link("/track")}>
            {t("home:track")}
          </a>
        </li>
        <li>
          <a className="govuk-link" href={link("/services")}>
            {t("home:all-services")}
          </a>
        </li>
        {(of === "account" || of === "organisation") && (
          <li>
            <a className="govuk-link" href={link("/sign-out")}>
              {t("ui:header.sign-out")}
            </a>
          </li>
        )}
      </ul>
    </section>
  );
}
