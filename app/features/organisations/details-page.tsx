import { BackLink } from "../../ui/back-link/back-link";
import { Button } from "../../ui/button/button";
import { useLink, useT } from "../../ui/locale/locale";
import { Overtaken, type OvertakenProps } from "../../ui/overtaken/overtaken";
import { Page } from "../../ui/page/page";
import { Errors, type FieldsView, NameField, PremisesFields } from "./premises-fields";

export interface DetailsView extends FieldsView {
  organisation: string;
  hasNumber: boolean;
  isProved: boolean;
  /** Which version of the details the form was made from. */
  seen: string;
  /** Somebody else was quicker: what they changed. */
  overtaken: OvertakenProps | undefined;
}

/** Changes what an organisation is called and where it is. */
export function DetailsPage({ view }: { view: DetailsView }) {
  const t = useT();
  const link = useLink();
  const legend = { text: t("organisations:fields.premises"), classes: "govuk-fieldset__legend--m" };
  return (
    <Page before={<BackLink href={link("/organisation")}>{t("organisations:people.back")}</BackLink>}>
      <Errors errors={view.errors} />
      {view.overtaken && <Overtaken {...view.overtaken} />}
      <span className="govuk-caption-l">
        <bdi>{view.organisation}</bdi>
      </span>
      <h1 className="govuk-heading-l">{view.title}</h1>
      {view.isProved && <p className="govuk-body">{t("organisations:proof.proved-note")}</p>}
      <form method="post" noValidate>
        <input type="hidden" name="seen" value={view.seen} />
        <NameField view={view} />
        <PremisesFields view={view} legend={legend} />
        <Button preventDoubleClick>
          {t(view.found.mode === "find" ? "questions:types.address.find" : "organisations:details.save")}
        </Button>
      </form>
      <p className="govuk-body">
        {t(view.hasNumber ? "organisations:details.fixed-number" : "organisations:details.fixed")}{" "}
        <a className="govuk-link" href={link("/contact")}>
          {t("organisations:details.ask")}
        </a>
      </p>
    </Page>
  );
}
