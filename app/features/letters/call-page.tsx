import type { PageView } from "../../platform/context.server";
import { BackLink } from "../../ui/back-link/back-link";
import { Button } from "../../ui/button/button";
import { ErrorSummary } from "../../ui/error-summary/error-summary";
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
  const { typed, errors } = view;
  const list = Object.entries(errors).map(([field, error]) => ({ text: t(error), href: `#${field}` }));
  const message = (error: string | undefined) => (error ? { text: t(error) } : undefined);
  return (
    <Page classes="app-dense" before={<BackLink href={link("/staff")}>{t("staff:back")}</BackLink>}>
      {list.length > 0 && <ErrorSummary errorList={list} />}
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
