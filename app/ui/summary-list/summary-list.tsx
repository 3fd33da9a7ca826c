import { classes as join } from "../classes.ts";
import type { Common, Maybe, Part } from "../props.ts";
import { ActionLink, type SummaryAction } from "./action-link.tsx";
import { SummaryCard, type SummaryCardParams } from "./summary-card.tsx";

type Words = Omit<Part, "attributes">;

export interface SummaryRow {
  key: Words;
  value?: Words | undefined;
  actions?: { items?: SummaryAction[] | undefined; classes?: string | undefined } | undefined;
  classes?: string | undefined;
}

export interface SummaryListProps extends Common {
  rows: Maybe<SummaryRow>[];
  /** Puts the list on a card with a title and actions. */
  card?: SummaryCardParams | undefined;
}

export function SummaryList({ rows, card, classes, attributes }: SummaryListProps) {
  const anyActions = rows.some((row) => !!row && !!row.actions?.items?.length);
  const list = (
    <dl className={join("govuk-summary-list", classes)} {...attributes}>
      {rows.map((row, index) =>
        row ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity
          <Row key={index} row={row} anyActions={anyActions} cardTitle={card?.title?.text} />
        ) : null,
      )}
    </dl>
  );
  return card ? <SummaryCard {...card}>{list}</SummaryCard> : list;
}

interface RowProps {
  row: SummaryRow;
  anyActions: boolean;
  cardTitle: Part["text"];
}

function Row({ row, anyActions, cardTitle }: RowProps) {
  const { key, value, actions } = row;
  const gap = anyActions && !actions?.items && "govuk-summary-list__row--no-actions";
  return (
    <div className={join("govuk-summary-list__row", gap, row.classes)}>
      <dt className={join("govuk-summary-list__key", key.classes)}>{key.text}</dt>
      <dd className={join("govuk-summary-list__value", value?.classes)}>{value?.text}</dd>
      {!!actions?.items?.length && (
        <dd className={join("govuk-summary-list__actions", actions.classes)}>
          <RowActions items={actions.items} cardTitle={cardTitle} />
        </dd>
      )}
    </div>
  );
}

function RowActions({ items, cardTitle }: { items: SummaryAction[]; cardTitle: Part["text"] }) {
  if (items.length === 1) return <ActionLink action={items[0]!} cardTitle={cardTitle} />;
  return (
    <ul className="govuk-summary-list__actions-list">
      {items.map((action) => (
        <li key={action.href} className="govuk-summary-list__actions-list-item">
          <ActionLink action={action} cardTitle={cardTitle} />
        </li>
      ))}
    </ul>
  );
}
