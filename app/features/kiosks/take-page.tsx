import type { PageView } from "../../platform/context.server";
import { Button } from "../../ui/button/button";
import { FormErrorSummary, useMessage } from "../../ui/form-errors/form-errors";
import { Input } from "../../ui/input/input";
import { useT } from "../../ui/locale/locale";
import { Page } from "../../ui/page/page";
import { Radios } from "../../ui/radios/radios";

export interface TakeView extends PageView {
  /** What was begun in this visit. */
  drafts: { id: string; title: string }[];
  /** Whoever is signed in has it in their account already. */
  signedIn: boolean;
  typed: { draft: string; way: string; email: string };
  errors: Partial<Record<"draft" | "way" | "email", string>>;
}

/** Lets somebody at a kiosk take along what they began: by phone, by email, on paper. */
export function TakePage({ view }: { view: TakeView }) {
  const t = useT();
  const { drafts, signedIn, errors } = view;
  return (
    <Page>
      <FormErrorSummary errors={errors} />
      <h1 className="govuk-heading-l">{view.title}</h1>
      {signedIn ? (
        <p className="govuk-body">{t("kiosk:take.account")}</p>
      ) : drafts.length === 0 ? (
        <p className="govuk-body">{t("kiosk:take.none")}</p>
      ) : (
        <TakeForm view={view} />
      )}
    </Page>
  );
}

function TakeForm({ view: { drafts, typed, errors } }: { view: TakeView }) {
  const t = useT();
  const message = useMessage();
  const way = (value: string) => ({
    value,
    text: t(`kiosk:take.ways.${value}`),
    hint: { text: t(`kiosk:take.ways.${value}-hint`) },
  });
  const email = (
    <Input
      name="email"
      type="email"
      label={{ text: t("kiosk:take.email") }}
      value={typed.email}
      spellCheck={false}
      attributes={{ dir: "ltr" }}
      errorMessage={message(errors.email)}
    />
  );
  return (
    <form method="post" noValidate>
      <p className="govuk-body">{t("kiosk:take.body")}</p>
      {drafts.length === 1 ? (
        <input type="hidden" name="draft" value={drafts[0]!.id} />
      ) : (
        <Radios
          name="draft"
          fieldset={{ legend: { text: t("kiosk:take.which"), classes: "govuk-fieldset__legend--m" } }}
          items={drafts.map(({ id, title }) => ({ value: id, text: title }))}
          value={typed.draft}
          errorMessage={message(errors.draft)}
        />
      )}
      <Radios
        name="way"
        fieldset={{ legend: { text: t("kiosk:take.how"), classes: "govuk-fieldset__legend--m" } }}
        items={[way("phone"), { ...way("email"), conditional: email }, way("paper")]}
        value={typed.way}
        errorMessage={message(errors.way)}
      />
      <Button preventDoubleClick>{t("ui:continue")}</Button>
    </form>
  );
}
