import { FileList } from "../../ui/file-list/file-list";
import { useT } from "../../ui/locale/locale";
import { SummaryList } from "../../ui/summary-list/summary-list";
import type { AnswerCard } from "../check.server";

/** Answers as people read them: a card for each section. */
export function AnswerCards({ cards }: { cards: AnswerCard[] }) {
  const t = useT();
  return (
    <>
      {cards.map((card, index) => (
        <SummaryList
          key={card.title ?? index}
          card={card.title ? { title: { text: card.title } } : undefined}
          rows={card.rows.map((row) => ({
            key: { text: row.key },
            value: { text: row.files ? <FileList files={row.files} /> : <Lines lines={row.lines} /> },
            actions: row.change && {
              items: [{ href: row.change.href, text: t("flow:change"), visuallyHiddenText: row.change.about }],
            },
          }))}
        />
      ))}
    </>
  );
}

/** Lines of an answer. Each stands in its own direction, whatever the page's is. */
function Lines({ lines }: { lines: string[] }) {
  return (
    <>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines may repeat and never move
        <span key={index} className="app-line" dir="auto">
          {line}
        </span>
      ))}
    </>
  );
}
