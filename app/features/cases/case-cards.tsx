import { Card } from "../../ui/card/card";
import { useT } from "../../ui/locale/locale";
import { StatusTag } from "../../ui/status-tag/status-tag";
import type { CaseCardView } from "./case-view.server";

/** Cases as raised cards: what each is, what is true of it now, and its reference. */
export function CaseCards({ cards }: { cards: CaseCardView[] }) {
  const t = useT();
  return (
    <>
      {cards.map((card) => (
        <Card
          key={card.reference}
          title={card.title}
          href={card.href}
          aside={
            <>
              <StatusTag tone={card.tag.tone}>{card.tag.label}</StatusTag>{" "}
              <span className="govuk-visually-hidden">{t("cases:reference")}</span>{" "}
              <bdi className="app-reference">{card.reference}</bdi>
            </>
          }
        >
          {card.truth}
        </Card>
      ))}
    </>
  );
}
