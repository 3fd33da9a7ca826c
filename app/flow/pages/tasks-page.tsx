import { Button } from "../../ui/button/button";
import { useLink, useT } from "../../ui/locale/locale";
import { SaveStatus } from "../../ui/save-status/save-status";
import { TaskList } from "../../ui/task-list/task-list";
import type { TasksView } from "../start.server";
import { Caption, Page } from "./page";

/** The parts of a long application, to be done in any order and over several days. */
export function TasksPage({ view }: { view: TasksView }) {
  const t = useT();
  const link = useLink();
  const tag = (status: TasksView["sections"][number]["status"]) => {
    const text = t(`flow:tasks.${status}`);
    return status === "done"
      ? { text }
      : { tag: { text, classes: status === "begun" ? "govuk-tag--blue" : "govuk-tag--grey" } };
  };
  return (
    <Page back={view.back}>
      <Caption>{view.caption}</Caption>
      <h1 className="govuk-heading-l">{view.heading}</h1>
      <p className="govuk-body">{view.done}</p>
      <TaskList
        idPrefix="section"
        items={view.sections.map((section) => ({
          title: { text: section.title },
          href: section.href,
          status: tag(section.status),
        }))}
      />
      {view.stop && (
        <p className="govuk-body">
          <a className="govuk-link" href={view.stop}>
            {t("flow:tasks.stopped")}
          </a>
        </p>
      )}
      {view.check ? (
        <Button href={view.check}>{t("flow:tasks.check")}</Button>
      ) : (
        <p className="govuk-body">{t("flow:tasks.rest")}</p>
      )}
      <div className="app-quiet">
        <SaveStatus>{view.savedAt}</SaveStatus>
        <p className="govuk-body-s">
          <a className="govuk-link" href={link("/account")}>
            {t("flow:save-for-later")}
          </a>
        </p>
      </div>
    </Page>
  );
}
