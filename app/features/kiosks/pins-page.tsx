import type { PageView } from "../../platform/context.server";
import { BackLink } from "../../ui/back-link/back-link";
import { Button } from "../../ui/button/button";
import { FormErrorSummary, useMessage } from "../../ui/form-errors/form-errors";
import { Input } from "../../ui/input/input";
import { useLink, useT } from "../../ui/locale/locale";
import { Page } from "../../ui/page/page";
import { Select } from "../../ui/select/select";
import { SummaryList } from "../../ui/summary-list/summary-list";

export interface PinsView extends PageView {
  pins: { name: string; email: string; site: string }[];
  sites: string[];
  typed: { email: string; site: string };
  errors: Partial<Record<"email" | "pin", string>>;
}

/** Who may help at which site, and a form that gives somebody a PIN. */
export function PinsPage({ view }: { view: PinsView }) {
  const t = useT();
  const link = useLink();
  const { pins, sites, typed, errors } = view;
  const message = useMessage();
  return (
    <Page classes="app-dense" before={<BackLink href={link("/staff/kiosks")}>{t("kiosk:devices.title")}</BackLink>}>
      <FormErrorSummary errors={errors} />
      <h1 className="govuk-heading-l">{view.title}</h1>
      {pins.length > 0 && (
        <SummaryList
          rows={pins.map(({ name, email, site }) => ({
            key: { text: <bdi>{`${name} (${email})`}</bdi> },
            value: { text: <bdi>{site}</bdi> },
          }))}
        />
      )}
      <form method="post" noValidate>
        <h2 className="govuk-heading-m">{t("kiosk:pins.give")}</h2>
        <Input
          name="email"
          type="email"
          label={{ text: t("kiosk:pins.email") }}
          value={typed.email}
          spellCheck={false}
          attributes={{ dir: "ltr" }}
          errorMessage={message(errors.email)}
        />
        <Select
          name="site"
          label={{ text: t("kiosk:devices.fields.site") }}
          items={sites.map((site) => ({ value: site, text: site }))}
          value={typed.site}
        />
        <Input
          name="pin"
          label={{ text: t("kiosk:pins.pin") }}
          hint={{ text: t("kiosk:pins.pin-hint") }}
          classes="govuk-input--width-5"
          inputMode="numeric"
          autoComplete="off"
          attributes={{ dir: "ltr" }}
          errorMessage={message(errors.pin)}
        />
        <Button preventDoubleClick>{t("kiosk:pins.button")}</Button>
      </form>
    </Page>
  );
}
