import type { ReactNode } from "react";
import { classes as join } from "../classes.ts";
import type { Common } from "../props.ts";

export interface DetailsProps extends Common {
  id?: string | undefined;
  open?: boolean | undefined;
  summaryText: ReactNode;
  children?: ReactNode;
}

export function Details({ id, open, summaryText, classes, attributes, children }: DetailsProps) {
  return (
    <details id={id} className={join("govuk-details", classes)} open={open} {...attributes}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{summaryText}</span>
      </summary>
      <div className="govuk-details__text">{children}</div>
    </details>
  );
}
