import type { Role } from "~db/schema/organisations";
import type { PageView } from "../../platform/context.server";
import { BackLink } from "../../ui/back-link/back-link";
import { Button } from "../../ui/button/button";
import { ErrorSummary } from "../../ui/error-summary/error-summary";
import { Input } from "../../ui/input/input";
import { InsetText } from "../../ui/inset-text/inset-text";
import { useLink, useT } from "../../ui/locale/locale";
import { NotificationBanner } from "../../ui/notification-banner/notification-banner";
import { Page } from "../../ui/page/page";
import { Radios } from "../../ui/radios/radios";
import { SummaryList } from "../../ui/summary-list/summary-list";

export interface PeopleView extends PageView {
  organisation: { name: string; kind: string; number: string | null; premises: string[] };
  members: { id: string; name: string; email: string; role: Role; isYou: boolean; since: string }[];
  /** For whom runs the organisation: who was invited, and the form to invite. */
  manage:
    | {
        invitations: { id: string; email: string; role: Role; until: string }[];
        roles: Role[];
        email: string;
        role: string;
        errors: { email?: string | undefined; role?: string | undefined };
      }
    | undefined;
  /** What was just done: a text key. */
  done: { key: string; who: string } | undefined;
  /** Somebody else has set up the same number here: before, or proved. */
  rival: "taken" | "proved" | undefined;
  /** When it was proved, in words. */
  proved: string | undefined;
  /** Whether they may prove it. */
  mayProve: boolean;
  mayAudit: boolean;
  /** Whether they may change its name and premises. */
  mayChange: boolean;
}

/** The people of an organisation, and who is invited. */
export function PeoplePage({ view }: { view: PeopleView }) {
  const t = useT();
  const link = useLink();
  const { manage, organisation } = view;
  const errors = Object.entries(manage?.errors ?? {}).flatMap(([field, error]) =>
    error ? [{ text: t(`organisations:errors.${error}`), href: `#${field}` }] : [],
  );
  const change = (what: string) =>
    view.mayChange
      ? { items: [{ href: link("/organisation/details"), text: t("flow:change"), visuallyHiddenText: what }] }
      : undefined;
  return (
    <Page before={<BackLink href={link("/account")}>{t("organisations:to-account")}</BackLink>}>
      {errors.length > 0 && <ErrorSummary errorList={errors} />}
      {view.done && (
        <NotificationBanner type="success">
          {t(`organisations:people.done.${view.done.key}`, { who: view.done.who })}
        </NotificationBanner>
      )}
      <span className="govuk-caption-l">{organisation.name}</span>
      <h1 className="govuk-heading-l">{view.title}</h1>
      {view.rival && (
        <InsetText>{t(`organisations:people.rival.${view.rival}`, { number: organisation.number })}</InsetText>
      )}
      <ul className="govuk-list app-stack">
        {view.members.map((member) => (
          <li key={member.id}>
            <strong>{member.name}</strong>
            {member.isYou && <> ({t("organisations:people.you")})</>}
            <br />
            <bdi>{member.email}</bdi>
            <br />
            {t(`organisations:roles.${member.role}`)}. {member.since}
            <br />
            {(manage || member.isYou) && (
              <a className="govuk-link" href={link(`/organisation/people/${member.id}`)}>
                {t(member.isYou ? "organisations:people.own" : "organisations:people.change")}
                <span className="govuk-visually-hidden">: {member.name}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
      {manage && <Manage manage={manage} />}
      <h2 className="govuk-heading-m">{t("organisations:people.about")}</h2>
      <SummaryList
        rows={[
          {
            key: { text: t("organisations:fields.name") },
            value: { text: <bdi>{organisation.name}</bdi> },
            actions: change(t("organisations:fields.name")),
          },
          {
            key: { text: t("organisations:fields.kind-short") },
            value: { text: t(`organisations:kinds.${organisation.kind}`) },
          },
          ...(organisation.number
            ? [{ key: { text: t("organisations:fields.number") }, value: { text: <bdi>{organisation.number}</bdi> } }]
            : []),
          {
            key: { text: t("organisations:fields.premises") },
            value: {
              text: organisation.premises.map((line) => (
                <span key={line}>
                  <bdi>{line}</bdi>
                  <br />
                </span>
              )),
            },
            actions: change(t("organisations:fields.premises")),
          },
          {
            key: { text: t("organisations:proof.key") },
            value: {
              text: view.proved ? t("organisations:proof.yes", { date: view.proved }) : t("organisations:proof.no"),
            },
            actions:
              view.mayProve && !view.proved
                ? { items: [{ href: link("/organisation/proof"), text: t("organisations:proof.start") }] }
                : undefined,
          },
        ]}
      />
      {view.mayAudit && (
        <p className="govuk-body">
          <a className="govuk-link" href={link("/organisation/history")}>
            {t("organisations:history.title")}
          </a>
        </p>
      )}
    </Page>
  );
}

function Manage({ manage }: { manage: NonNullable<PeopleView["manage"]> }) {
  const t = useT();
  const { invitations, errors } = manage;
  return (
    <>
      {invitations.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{t("organisations:people.invited")}</h2>
          <ul className="govuk-list app-stack">
            {invitations.map(({ id, email, role, until }) => (
              <li key={id}>
                <bdi>{email}</bdi>
                <br />
                {t(`organisations:roles.${role}`)}. {until}
                <form role="none" method="post" className="govuk-!-margin-top-2">
                  <input type="hidden" name="intent" value="revoke" />
                  <input type="hidden" name="invitation" value={id} />
                  <Button classes="govuk-button--secondary govuk-!-margin-bottom-0" preventDoubleClick>
                    {t("organisations:people.revoke")}
                    <span className="govuk-visually-hidden">: {email}</span>
                  </Button>
                </form>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2 className="govuk-heading-m" id="invite">
        {t("organisations:people.invite")}
      </h2>
      <form method="post" noValidate>
        <input type="hidden" name="intent" value="invite" />
        <Input
          name="email"
          type="email"
          label={{ text: t("organisations:people.email") }}
          hint={{ text: t("organisations:people.email-hint") }}
          value={manage.email}
          errorMessage={errors.email ? { text: t(`organisations:errors.${errors.email}`) } : undefined}
          spellCheck={false}
          autoComplete="off"
          attributes={{ dir: "ltr" }}
        />
        <RoleRadios roles={manage.roles} value={manage.role} error={errors.role} />
        <Button preventDoubleClick>{t("organisations:people.send")}</Button>
      </form>
    </>
  );
}

function RoleRadios({ roles, value, error }: { roles: Role[]; value: string; error: string | undefined }) {
  const t = useT();
  return (
    <Radios
      name="role"
      fieldset={{ legend: { text: t("organisations:people.role"), classes: "govuk-fieldset__legend--s" } }}
      value={value}
      errorMessage={error ? { text: t(`organisations:errors.${error}`) } : undefined}
      items={roles.map((role) => ({
        value: role,
        text: t(`organisations:roles.${role}`),
        hint: { text: t(`organisations:roles.${role}-hint`) },
      }))}
    />
  );
}

export interface MemberView extends PageView {
  organisation: string;
  name: string;
  isYou: boolean;
  role: Role;
  /** The roles that the reader may give; none where they may only leave. */
  roles: Role[];
  error: string | undefined;
}

/** One member: another role, or none. */
export function MemberPage({ view }: { view: MemberView }) {
  const t = useT();
  const link = useLink();
  const { roles, isYou, error, name, organisation } = view;
  const end = isYou ? "leave" : "remove";
  return (
    <Page before={<BackLink href={link("/organisation")}>{t("organisations:people.back")}</BackLink>}>
      {error && <ErrorSummary errorList={[{ text: t(`organisations:errors.${error}`), href: "#role" }]} />}
      <span className="govuk-caption-l">{organisation}</span>
      <h1 className="govuk-heading-l">{view.title}</h1>
      {roles.length > 0 && (
        <form method="post" noValidate>
          <input type="hidden" name="intent" value="role" />
          <RoleRadios roles={roles} value={view.role} error={error} />
          <Button preventDoubleClick>{t("organisations:member.save")}</Button>
        </form>
      )}
      {roles.length === 0 && <InsetText>{t(`organisations:roles.${view.role}-hint`)}</InsetText>}
      <h2 className="govuk-heading-m">{t(`organisations:member.${end}-title`, { name, organisation })}</h2>
      <p className="govuk-body">{t(`organisations:member.${end}-body`, { name, organisation })}</p>
      <form role="none" method="post">
        <input type="hidden" name="intent" value="end" />
        <Button classes="govuk-button--warning" preventDoubleClick>
          {t(`organisations:member.${end}`, { name, organisation })}
        </Button>
      </form>
    </Page>
  );
}
