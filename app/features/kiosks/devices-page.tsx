import type { PageView } from "../../platform/context.server";
import { BackLink } from "../../ui/back-link/back-link";
import { Button } from "../../ui/button/button";
import { FormErrorSummary, useMessage } from "../../ui/form-errors/form-errors";
import { Input } from "../../ui/input/input";
import { InsetText } from "../../ui/inset-text/inset-text";
import { ListTable } from "../../ui/list-table/list-table";
import { useLink, useT } from "../../ui/locale/locale";
import { Page } from "../../ui/page/page";
import { Sentence } from "../../ui/sentence/sentence";
import { StatusTag } from "../../ui/status-tag/status-tag";

export interface DevicesView extends PageView {
  kiosks: { id: string; name: string; site: string; state: string; since: string; code: string | undefined }[];
  /** What was typed for a new kiosk, and what is wrong with it. */
  typed: { name: string; site: string };
  errors: Partial<Record<"name" | "site", string>>;
  /** Where the device is to be taken to. */
  enrolAddress: string;
}

const tones = { enrolled: "good", waiting: "waiting", expired: "neutral", revoked: "neutral" } as const;

/** The kiosks of the council, for staff: which there are, the code of one that waits, and a form for another. */
export function DevicesPage({ view }: { view: DevicesView }) {
  const t = useT();
  const link = useLink();
  const waiting = view.kiosks.filter(({ code }) => code);
  return (
    <Page wide classes="app-dense" before={<BackLink href={link("/staff")}>{t("staff:back")}</BackLink>}>
      <FormErrorSummary errors={view.errors} />
      <h1 className="govuk-heading-l govuk-!-margin-bottom-4">{view.title}</h1>
      <p className="govuk-body">
        <a className="govuk-link" href={link("/staff/floorwalkers")}>
          {t("kiosk:pins.title")}
        </a>
      </p>
      {waiting.map(({ id, name, code }) => (
        <InsetText key={id}>
          <Sentence of="kiosk:devices.code" values={{ name, address: view.enrolAddress }} />{" "}
          <strong className="app-code">
            <bdi>{code}</bdi>
          </strong>
        </InsetText>
      ))}
      {view.kiosks.length === 0 ? (
        <p className="govuk-body">{t("kiosk:devices.none")}</p>
      ) : (
        <Kiosks kiosks={view.kiosks} title={view.title} />
      )}
      <AddForm view={view} />
    </Page>
  );
}

const columns = ["name", "site", "state", "since", "change"];

function Kiosks({ kiosks, title }: { kiosks: DevicesView["kiosks"]; title: string }) {
  const t = useT();
  return (
    <ListTable
      caption={title}
      columns={columns.map((id) => t(`kiosk:devices.columns.${id}`))}
      rows={kiosks.map(({ id, name, site, state, since }) => [
        <bdi key="name">{name}</bdi>,
        <bdi key="site">{site}</bdi>,
        <StatusTag key="state" tone={tones[state as keyof typeof tones]}>
          {t(`kiosk:devices.states.${state}`)}
        </StatusTag>,
        since,
        <Change key="change" id={id} name={name} isOff={state === "revoked"} />,
      ])}
    />
  );
}

function Change({ id, name, isOff }: { id: string; name: string; isOff: boolean }) {
  const t = useT();
  const about = <span className="govuk-visually-hidden">: {name}</span>;
  return (
    <form role="none" method="post" className="app-actions">
      <input type="hidden" name="kiosk" value={id} />
      <button type="submit" className="govuk-link app-link-button" name="intent" value="code">
        {t("kiosk:devices.new-code")}
        {about}
      </button>
      {!isOff && (
        <button type="submit" className="govuk-link app-link-button" name="intent" value="revoke">
          {t("kiosk:devices.revoke")}
          {about}
        </button>
      )}
    </form>
  );
}

function AddForm({ view: { typed, errors } }: { view: DevicesView }) {
  const t = useT();
  const message = useMessage();
  const field = (name: "name" | "site") => (
    <Input
      name={name}
      label={{ text: t(`kiosk:devices.fields.${name}`) }}
      hint={{ text: t(`kiosk:devices.fields.${name}-hint`) }}
      classes="govuk-input--width-20"
      value={typed[name]}
      errorMessage={message(errors[name])}
    />
  );
  return (
    <form method="post" id="add" noValidate>
      <h2 className="govuk-heading-m">{t("kiosk:devices.add")}</h2>
      {field("name")}
      {field("site")}
      <Button preventDoubleClick>{t("kiosk:devices.add-button")}</Button>
    </form>
  );
}
