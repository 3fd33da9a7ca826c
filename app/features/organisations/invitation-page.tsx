import type { PageView } from "../../platform/context.server";
import { Button } from "../../ui/button/button";
import { useLink, useT } from "../../ui/locale/locale";
import { Page } from "../../ui/page/page";

export interface InvitationView extends PageView {
  /** None: the invitation has ended. */
  open: { organisation: string; role: string; you: string | undefined } | undefined;
  /** Where to sign in and register, each coming back here. */
  paths: { signIn: string; register: string };
}

/** An invitation to act for an organisation. Looking accepts nothing: mail scanners follow links. */
export function InvitationPage({ view }: { view: InvitationView }) {
  const t = useT();
  const link = useLink();
  const { open } = view;
  if (!open)
    return (
      <Page>
        <h1 className="govuk-heading-l">{view.title}</h1>
        <p className="govuk-body">{t("organisations:invitation.ended-body")}</p>
        <p className="govuk-body">
          <a className="govuk-link" href={link("/account")}>
            {t("organisations:to-account")}
          </a>
        </p>
      </Page>
    );
  return (
    <Page>
      <h1 className="govuk-heading-l">{view.title}</h1>
      <p className="govuk-body">{t(`organisations:roles.${open.role}-hint`)}</p>
      {open.you ? (
        <form role="none" method="post">
          <p className="govuk-body">{t("organisations:invitation.as", { name: open.you })}</p>
          <Button preventDoubleClick>{t("organisations:invitation.accept")}</Button>
        </form>
      ) : (
        <>
          <p className="govuk-body">{t("organisations:invitation.sign-in-body")}</p>
          <Button href={link(view.paths.signIn)}>{t("organisations:invitation.sign-in")}</Button>
          <p className="govuk-body">
            <a className="govuk-link" href={link(view.paths.register)}>
              {t("organisations:invitation.register")}
            </a>
          </p>
        </>
      )}
    </Page>
  );
}
