import type { OrganisationKind } from "~db/schema/organisations";
import { BackLink } from "../../ui/back-link/back-link";
import { Button } from "../../ui/button/button";
import { useLink, useT } from "../../ui/locale/locale";
import { Page } from "../../ui/page/page";
import { WarningText } from "../../ui/warning-text/warning-text";
import { AddressLines } from "./address-lines";
import { organisationFields } from "./fields";
import { Errors, type FieldsView, PremisesFields, Unseen } from "./premises-fields";

export interface ProofLetterView extends FieldsView {
  organisation: string;
  kind: OrganisationKind;
  /** The address as it will stand on the envelope, once it is given. */
  checked: string[] | undefined;
  /** Why it is not sent today. */
  busy: string | undefined;
}

/** Asks where the letter with the code goes, and shows it before it is asked for. */
export function ProofLetterPage({ view }: { view: ProofLetterView }) {
  const t = useT();
  const link = useLink();
  return (
    <Page before={<BackLink href={link("/organisation/proof")}>{t("organisations:proof.back")}</BackLink>}>
      <Errors errors={view.errors} />
      <span className="govuk-caption-l">
        <bdi>{view.organisation}</bdi>
      </span>
      <h1 className="govuk-heading-l">{view.title}</h1>
      <form method="post" noValidate>
        {view.checked ? <Check view={view} lines={view.checked} /> : <Ask view={view} />}
      </form>
    </Page>
  );
}

function Ask({ view }: { view: ProofLetterView }) {
  const t = useT();
  const { fields, found } = view;
  return (
    <>
      <PremisesFields
        view={view}
        legend={{ text: t("organisations:proof.letter.address"), classes: "govuk-fieldset__legend--m" }}
        hint={t(`organisations:proof.where.${view.kind}`)}
      />
      <Unseen fields={fields} names={["once"]} />
      <Button preventDoubleClick>{t(found.mode === "find" ? "questions:types.address.find" : "ui:continue")}</Button>
    </>
  );
}

function Check({ view: { fields, organisation, busy }, lines }: { view: ProofLetterView; lines: string[] }) {
  const t = useT();
  return (
    <>
      {busy && <WarningText>{busy}</WarningText>}
      <p className="govuk-body">{t("organisations:proof.letter.body")}</p>
      <AddressLines lines={[organisation, ...lines]} />
      <p className="govuk-body">{t("organisations:proof.letter.staff")}</p>
      <Unseen fields={fields} names={[...organisationFields]} />
      <Button name="send" value="yes" preventDoubleClick>
        {t("organisations:proof.letter.send")}
      </Button>
      <p className="govuk-body">
        <button type="submit" className="app-link-button govuk-link" name="by" value="address">
          {t("organisations:proof.letter.change")}
        </button>
      </p>
    </>
  );
}
