import type { PageView } from "../../platform/context.server";
import { BackLink } from "../../ui/back-link/back-link";
import { Button } from "../../ui/button/button";
import { useLink, useT } from "../../ui/locale/locale";
import { NotificationBanner } from "../../ui/notification-banner/notification-banner";
import { SummaryList } from "../../ui/summary-list/summary-list";
import { AccountField, AccountForm, AccountPage, type Errors } from "./account-page";

interface KnownFact {
  key: string;
  label: string;
  words: string[];
}

export interface DetailsView extends PageView {
  name: string;
  email: string;
  /** A name that was typed and not accepted. */
  typedName?: string;
  facts: KnownFact[];
  /** What was just done. */
  saved: string | undefined;
  errors: Errors;
}

/** The words of a fact's value, one to a line, whatever its shape: an address is an object with lines. */
export function wordFact(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(wordFact);
  if (typeof value !== "object" || value === null) return String(value ?? "").trim() ? [String(value).trim()] : [];
  const { lines, line1, line2, town, postcode, country } = value as Record<string, unknown>;
  if (postcode !== undefined || lines !== undefined) return wordFact([lines, line1, line2, town, postcode, country]);
  return wordFact(Object.values(value));
}

export function DetailsPage({ title, name, email, typedName, facts, saved, errors }: DetailsView) {
  const t = useT();
  const link = useLink();
  return (
    <AccountPage
      before={<BackLink href={link("/account")}>{t("accounts:details.back")}</BackLink>}
      title={title}
      errors={errors}
    >
      {saved && <NotificationBanner type="success">{t(`accounts:details.saved.${saved}`)}</NotificationBanner>}
      <SummaryList
        rows={[
          { key: { text: t("accounts:fields.name") }, value: { text: <bdi>{name}</bdi> } },
          { key: { text: t("accounts:fields.email") }, value: { text: <bdi>{email}</bdi> } },
        ]}
      />
      <Known facts={facts} />
      <h2 className="govuk-heading-m">{t("accounts:details.name")}</h2>
      <AccountForm intent="name" button={t("accounts:details.name-button")}>
        <AccountField field="name" value={typedName ?? name} error={errors["name"]} />
      </AccountForm>
      <h2 className="govuk-heading-m">{t("accounts:details.password")}</h2>
      <AccountForm intent="password" button={t("accounts:details.password-button")}>
        <AccountField field="current-password" error={errors["current-password"]} />
        <AccountField field="new-password" hint error={errors["new-password"]} />
      </AccountForm>
      <h2 className="govuk-heading-m">{t("accounts:details.devices")}</h2>
      <p className="govuk-body">{t("accounts:details.devices-body")}</p>
      <AccountForm
        intent="everywhere"
        button={t("accounts:details.devices-button")}
        buttonClasses="govuk-button--secondary"
      />
    </AccountPage>
  );
}

function Known({ facts }: { facts: KnownFact[] }) {
  const t = useT();
  return (
    <>
      <h2 className="govuk-heading-m">{t("accounts:details.known")}</h2>
      <p className="govuk-body">
        {t(facts.length > 0 ? "accounts:details.known-body" : "accounts:details.known-none")}
      </p>
      {facts.length > 0 && (
        <SummaryList
          rows={facts.map((fact) => ({
            key: { text: fact.label },
            value: { text: <FactValue fact={fact} /> },
          }))}
        />
      )}
    </>
  );
}

function FactValue({ fact }: { fact: KnownFact }) {
  const t = useT();
  return (
    <>
      {fact.words.map((word, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity
        <p className="govuk-body govuk-!-margin-bottom-1" key={index}>
          <bdi>{word}</bdi>
        </p>
      ))}
      <form role="none" method="post" noValidate>
        <input type="hidden" name="intent" value="forget" />
        <input type="hidden" name="key" value={fact.key} />
        <Button classes="govuk-button--secondary govuk-!-margin-top-1 govuk-!-margin-bottom-0">
          {t("accounts:details.forget")}
          <span className="govuk-visually-hidden"> ({fact.label})</span>
        </Button>
      </form>
    </>
  );
}
