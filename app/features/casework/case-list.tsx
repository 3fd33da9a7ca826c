import { Fragment } from "react";
import type { PageView } from "../../platform/context.server";
import { Button } from "../../ui/button/button";
import { ListTable } from "../../ui/list-table/list-table";
import { useLink, useT } from "../../ui/locale/locale";
import { Page } from "../../ui/page/page";
import { Pagination } from "../../ui/pagination/pagination";
import { Select } from "../../ui/select/select";
import { StatusTag } from "../../ui/status-tag/status-tag";
import type { StateTag } from "../cases/cases";

interface Option {
  value: string;
  text: string;
}

export interface CaseListView extends PageView {
  groups: Option[];
  services: Option[];
  group: string;
  service: string;
  rows: {
    reference: string;
    href: string;
    service: string;
    name: string;
    tag: StateTag;
    promised: string;
    isLate: boolean;
    isUrgent: boolean;
    sent: string;
  }[];
  older: string | undefined;
  newest: string | undefined;
}

/** The other pages of staff, by where their title stands. */
const sections = { call: "calls", letters: "letters", kiosks: "devices" };

const columns = ["reference", "service", "name", "state", "promised", "sent"];

/** Cases for staff: dense, filtered by state and service. */
export function CaseList({ view }: { view: CaseListView }) {
  const t = useT();
  const link = useLink();
  const { rows, older, newest } = view;
  return (
    <Page wide classes="app-dense">
      <h1 className="govuk-heading-l govuk-!-margin-bottom-4">{view.title}</h1>
      <p className="govuk-body app-actions">
        {(["call", "letters", "kiosks"] as const).map((id) => (
          <a key={id} className="govuk-link" href={link(`/staff/${id}`)}>
            {t(`kiosk:${sections[id]}.title`)}
          </a>
        ))}
      </p>
      <Filters view={view} />
      {rows.length === 0 && <p className="govuk-body">{t("staff:list.none")}</p>}
      {rows.length > 0 && <Rows rows={rows} title={view.title} />}
      {(older || newest) && (
        <Pagination
          previous={newest ? { href: newest, text: t("staff:list.newest") } : undefined}
          next={older ? { href: older, text: t("staff:list.older") } : undefined}
        />
      )}
    </Page>
  );
}

function Filters({ view }: { view: CaseListView }) {
  const t = useT();
  const link = useLink();
  return (
    <form method="get" action={link("/staff")} className="app-filters">
      <Select name="state" label={{ text: t("staff:list.state") }} items={view.groups} value={view.group} />
      <Select
        name="service"
        label={{ text: t("staff:list.service") }}
        items={[{ value: "", text: t("staff:list.any-service") }, ...view.services]}
        value={view.service}
      />
      <Button classes="govuk-button--secondary">{t("staff:list.filter")}</Button>
    </form>
  );
}

function Rows({ rows, title }: { rows: CaseListView["rows"]; title: string }) {
  const t = useT();
  return (
    <ListTable
      caption={title}
      columns={columns.map((id) => t(`staff:columns.${id}`))}
      rows={rows.map((row) => [
        <a key="reference" className="govuk-link app-nowrap" href={row.href}>
          <bdi className="app-reference">{row.reference}</bdi>
        </a>,
        row.service,
        <bdi key="name">{row.name}</bdi>,
        <Fragment key="state">
          <StatusTag tone={row.tag.tone}>{row.tag.label}</StatusTag>
          {row.isUrgent && <strong className="govuk-!-display-block">{t("staff:list.urgent")}</strong>}
        </Fragment>,
        row.isLate ? <strong key="promised">{t("staff:late", { date: row.promised })}</strong> : row.promised,
        row.sent,
      ])}
    />
  );
}
