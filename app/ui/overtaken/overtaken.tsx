import { NotificationBanner } from "../notification-banner/notification-banner.tsx";
import { SummaryList } from "../summary-list/summary-list.tsx";

export interface OvertakenProps {
  /** Who it was, and what can be done now. */
  text: string;
  answers: { label: string; lines: string[] }[];
}

/** What somebody else saved while this page was open: nothing of theirs is lost unseen. */
export function Overtaken({ text, answers }: OvertakenProps) {
  return (
    <NotificationBanner role="alert">
      <p className="govuk-body govuk-!-font-weight-bold">{text}</p>
      <SummaryList
        rows={answers.map(({ label, lines }) => ({
          key: { text: label },
          value: {
            text: lines.map((line) => (
              <span key={line}>
                <bdi>{line}</bdi>
                <br />
              </span>
            )),
          },
        }))}
      />
    </NotificationBanner>
  );
}
