import { InsetText } from "../../ui/inset-text/inset-text";
import { useLink, useT } from "../../ui/locale/locale";

export interface OrganisationsView {
  /** Those that the reader may act for, where they look at their own page. */
  organisations: { name: string; role: string; href: string }[];
  /** Invitations to act for one, which nobody has accepted yet. */
  invitations: { organisation: string; href: string }[];
}

/** Who asks the reader to act for them. */
export function Invited({ invitations }: Pick<OrganisationsView, "invitations">) {
  const t = useT();
  if (invitations.length === 0) return null;
  return (
    <InsetText>
      <h2 className="govuk-heading-m">{t("organisations:panel.invited")}</h2>
      <ul className="govuk-list">
        {invitations.map(({ organisation, href }) => (
          <li key={href}>
            <a className="govuk-link" href={href}>
              {t("organisations:invitation.title", { organisation })}
            </a>
          </li>
        ))}
      </ul>
    </InsetText>
  );
}

/** Whom the reader acts for, and the way to add one more. */
export function Organisations({ organisations }: Pick<OrganisationsView, "organisations">) {
  const t = useT();
  const link = useLink();
  return (
    <section aria-labelledby="organisations">
      <h2 className="govuk-heading-m" id="organisations">
        {t("organisations:panel.title")}
      </h2>
      {organisations.length === 0 && <p className="govuk-body">{t("organisations:panel.none")}</p>}
      {organisations.length > 0 && (
        <ul className="govuk-list app-stack">
          {organisations.map(({ name, role, href }) => (
            <li key={href}>
              <a className="govuk-link govuk-!-font-weight-bold" href={href}>
                <bdi>{name}</bdi>
              </a>{" "}
              ({role})
            </li>
          ))}
        </ul>
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={link("/organisations/new")}>
          {t(organisations.length > 0 ? "organisations:panel.add-another" : "organisations:acting.add")}
        </a>
      </p>
    </section>
  );
}
