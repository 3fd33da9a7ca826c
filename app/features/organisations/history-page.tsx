import type { PageView } from "../../platform/context.server";
import { BackLink } from "../../ui/back-link/back-link";
import { Button } from "../../ui/button/button";
import { Input } from "../../ui/input/input";
import { ListTable } from "../../ui/list-table/list-table";
import { useLink, useT } from "../../ui/locale/locale";
import { Page } from "../../ui/page/page";
import { Pagination } from "../../ui/pagination/pagination";
import { Select } from "../../ui/select/select";
import type { HistoryFilter, HistoryRow } from "./history.server";

export interface HistoryView extends PageView {
  organisation: string;
  rows: HistoryRow[];
  filter: Omit<HistoryFilter, "before">;
  people: { value: string; text: string }[];
  kinds: readonly string[];
  /** The same lines as a file. */
  file: string;
  /** The pages of older lines and of the newest ones. */
  older: string | undefined;
  newest: string | undefined;
}

/** Who did what for an organisation, and when: the newest first. */
export function HistoryPage({ view }: { view: HistoryView }) {
  const t = useT();
  const link = useLink();
  const { rows, filter } = view;
  const any = { value: "", text: t("organisations:history.anything") };
  return (
    <Page wide before={<BackLink href={link("/organisation")}>{t("organisations:people.back")}</BackLink>}>
      <span className="govuk-caption-l">{view.organisation}</span>
      <h1 className="govuk-heading-l">{view.title}</h1>
      <form method="get" action={link("/organisation/history")} className="app-filters">
        <Select
          name="who"
          label={{ text: t("organisations:history.columns.who") }}
          items={[{ value: "", text: t("organisations:history.anybody") }, ...view.people]}
          value={filter.who}
        />
        <Select
          name="kind"
          label={{ text: t("organisations:history.columns.what") }}
          items={[any, ...view.kinds.map((kind) => ({ value: kind, text: t(`organisations:history.kinds.${kind}`) }))]}
          value={filter.kind}
        />
        {(["from", "until"] as const).map((edge) => (
          <Input
            key={edge}
            name={edge}
            type="date"
            classes="govuk-input--width-10"
            label={{ text: t(`organisations:history.${edge}`) }}
            value={filter[edge]}
          />
        ))}
        <Button classes="govuk-button--secondary">{t("organisations:history.filter")}</Button>
      </form>
      {rows.length === 0 && (
        <p className="govuk-body">{t(`organisations:history.${view.older ? "none-yet" : "none"}`)}</p>
      )}
      {rows.length > 0 && (
        <>
          <p className="govuk-body">
            <a className="govuk-link" href={view.file} download>
              {t("organisations:history.download")}
            </a>
          </p>
          <ListTable
            caption={view.title}
            columns={["at", "who", "what", "reference", "how"].map((id) => t(`organisations:history.columns.${id}`))}
            rows={rows.map((row) => [
              row.at,
              <bdi key="who">{row.who}</bdi>,
              row.what,
              row.reference && (
                <a key="reference" className="govuk-link app-nowrap" href={link(`/cases/${row.reference}`)}>
                  <bdi className="app-reference">{row.reference}</bdi>
                </a>
              ),
              row.how,
            ])}
          />
        </>
      )}
      {(view.older || view.newest) && (
        <Pagination
          previous={view.newest ? { href: view.newest, text: t("organisations:history.newest") } : undefined}
          next={view.older ? { href: view.older, text: t("organisations:history.older") } : undefined}
        />
      )}
    </Page>
  );
}
