import type { PageView } from "../../platform/context.server";
import { BackLink } from "../../ui/back-link/back-link";
import { Button } from "../../ui/button/button";
import { ErrorSummary } from "../../ui/error-summary/error-summary";
import { useLink, useT } from "../../ui/locale/locale";
import { NotificationBanner } from "../../ui/notification-banner/notification-banner";
import { Page } from "../../ui/page/page";
import { Radios } from "../../ui/radios/radios";
import { StatusTag } from "../../ui/status-tag/status-tag";
import { Textarea } from "../../ui/textarea/textarea";
import { CaseTimeline, type StateTag, type TimelineEntry, type ToldCard, ToldPart } from "../cases/cases";

export interface CaseworkView extends PageView {
  heading: string;
  reference: string;
  tag: StateTag;
  facts: { key: string; lines: string[] }[];
  isLate: boolean;
  told: ToldCard[];
  timeline: TimelineEntry[];
  /** The states that staff may move it to. */
  states: { value: string; text: string }[];
  /** The version that is decided on: see `versionOf`. */
  seen: string;
  chosen: string;
  note: string;
  /** Text keys below `staff:errors`, by field. */
  errors: Partial<Record<"state" | "note", string>>;
  saved: boolean;
  /** Whether the resident is told by email. */
  emailed: boolean;
}

/** A case as staff work on it: what it is on one side, what to do with it on the other. */
export function CaseworkPage({ view }: { view: CaseworkView }) {
  const t = useT();
  const link = useLink();
  const errors = Object.entries(view.errors).map(([field, error]) => ({
    text: t(`staff:errors.${error}`, { state: view.tag.label }),
    href: `#${field}`,
  }));
  return (
    <Page wide classes="app-dense" before={<BackLink href={link("/staff")}>{t("staff:back")}</BackLink>}>
      {errors.length > 0 && <ErrorSummary errorList={errors} />}
      {view.saved && (
        <NotificationBanner type="success">{t(view.emailed ? "staff:saved" : "staff:saved-silent")}</NotificationBanner>
      )}
      <h1 className="govuk-heading-l govuk-!-margin-bottom-2">{view.heading}</h1>
      <p className="govuk-body app-actions govuk-!-margin-bottom-4">
        <bdi className="app-reference govuk-!-font-weight-bold">{view.reference}</bdi>
        <StatusTag tone={view.tag.tone}>{view.tag.label}</StatusTag>
        {view.isLate && <StatusTag tone="bad">{t("staff:is-late")}</StatusTag>}
      </p>
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-one-half">
          <ToldPart told={[{ title: undefined, rows: view.facts }]} heading={t("staff:case")} />
          <ToldPart told={view.told} heading={t("staff:told")} />
        </div>
        <div className="govuk-grid-column-one-half">
          <ChangeForm view={view} />
          <h2 className="govuk-heading-m">{t("staff:timeline")}</h2>
          <CaseTimeline entries={view.timeline} />
        </div>
      </div>
    </Page>
  );
}

function ChangeForm({ view }: { view: CaseworkView }) {
  const t = useT();
  const { states, errors, tag } = view;
  const message = (error: string | undefined) =>
    error ? { text: t(`staff:errors.${error}`, { state: tag.label }) } : undefined;
  return (
    <form method="post" noValidate>
      <h2 className="govuk-heading-m">{t("staff:change")}</h2>
      <input type="hidden" name="seen" value={view.seen} />
      <Radios
        name="state"
        classes="govuk-radios--small"
        fieldset={{ legend: { text: t("staff:new-state") } }}
        value={view.chosen || "same"}
        errorMessage={message(errors.state)}
        items={[{ value: "same", text: t("staff:same-state", { state: tag.label }) }, ...states]}
      />
      <Textarea
        name="note"
        rows={4}
        label={{ text: t("staff:note") }}
        hint={{ text: t("staff:note-hint") }}
        value={view.note}
        attributes={{ dir: "auto" }}
        errorMessage={message(errors.note)}
      />
      <Button preventDoubleClick>{t("staff:save")}</Button>
    </form>
  );
}
