import type { ReactNode } from "react";
import { classes as join } from "../classes.ts";
import { type Common, type HeadingLevel, heading } from "../props.ts";
import { ActionLink, type SummaryAction } from "./action-link.tsx";

export interface SummaryCardParams extends Common {
  title?: { text: ReactNode; headingLevel?: HeadingLevel | undefined; classes?: string | undefined } | undefined;
  actions?: { items?: SummaryAction[] | undefined; classes?: string | undefined } | undefined;
}

export function SummaryCard({
  title,
  actions,
  classes,
  attributes,
  children,
}: SummaryCardParams & { children: ReactNode }) {
  const Heading = heading(title?.headingLevel ?? 2);
  return (
    <div className={join("govuk-summary-card", classes)} {...attributes}>
      <div className="govuk-summary-card__title-wrapper">
        {title && <Heading className={join("govuk-summary-card__title", title.classes)}>{title.text}</Heading>}
        {!!actions?.items?.length && (
          <CardActions items={actions.items} classes={actions.classes} cardTitle={title?.text} />
        )}
      </div>
      <div className="govuk-summary-card__content">{children}</div>
    </div>
  );
}

interface CardActionsProps {
  items: SummaryAction[];
  classes: string | undefined;
  cardTitle: ReactNode;
}

function CardActions({ items, classes, cardTitle }: CardActionsProps) {
  const className = join("govuk-summary-card__actions", classes);
  if (items.length === 1)
    return (
      <div className={className}>
        <ActionLink action={items[0]!} cardTitle={cardTitle} />
      </div>
    );
  return (
    <ul className={className}>
      {items.map((action) => (
        <li key={action.href} className="govuk-summary-card__action">
          <ActionLink action={action} cardTitle={cardTitle} />
        </li>
      ))}
    </ul>
  );
}
