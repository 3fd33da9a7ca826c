import type { PageView } from "../../platform/context.server";
import { BackLink } from "../../ui/back-link/back-link";
import { Button } from "../../ui/button/button";
import { FormErrorSummary, useMessage } from "../../ui/form-errors/form-errors";
import { Input } from "../../ui/input/input";
import { useLink, useT } from "../../ui/locale/locale";
import { Page } from "../../ui/page/page";
import { Select } from "../../ui/select/select";
import { Textarea } from "../../ui/textarea/textarea";

export interface CallView extends PageView {
  languages: { value: string; text: string }[];
  typed: { name: string; address: string; locale: string };
  errors: Partial<Record<"name" | "address", string>>;
}

/** Who is on the phone: staff then fill in forms for them. */
export function CallPage({ view }: { view: CallView }) {
  const t = useT();
  const link = useLink();
  const message = useMessage();
  const { typed, errors } = view;
  return (
    <Page classes="app-dense" before={<BackLink href={link("/staff")}>{t("staff:back")}</BackLink>}>
      <FormErrorSummary errors={errors} />
      <h1 className="govuk-heading-l">{view.title}</h1>
      <p className="govuk-body">{t("kiosk:calls.body")}</p>
      <form method="post" noValidate>
        <Input
          name="name"
          label={{ text: t("kiosk:calls.name") }}
          value={typed.name}
          attributes={{ dir: "auto" }}
          autoComplete="off"
          errorMessage={message(errors.name)}
        />
        <Textarea
          name="address"
          rows={5}
          label={{ text: t("kiosk:calls.address") }}
          hint={{ text: t("kiosk:calls.address-hint") }}
          value={typed.address}
          attributes={{ dir: "auto", autoComplete: "off" }}
          errorMessage={message(errors.address)}
        />
        <Select name="locale" label={{ text: t("kiosk:calls.locale") }} items={view.languages} value={typed.locale} />
        <Button preventDoubleClick>{t("kiosk:calls.button")}</Button>
      </form>
    </Page>
  );
}
