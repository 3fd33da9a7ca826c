import type { ReactNode } from "react";
import { classes as join } from "../classes.ts";
import type { Part } from "../props.ts";

export interface SummaryAction extends Part {
  href: string;
  /** What the action is about, for those who hear the link alone. */
  visuallyHiddenText?: string | undefined;
}

export function ActionLink({ action, cardTitle }: { action: SummaryAction; cardTitle?: ReactNode }) {
  const { href, text, visuallyHiddenText, classes, attributes } = action;
  return (
    <a className={join("govuk-link", classes)} href={href} {...attributes}>
      {text}
      {(visuallyHiddenText || cardTitle) && (
        <span className="govuk-visually-hidden">
          {visuallyHiddenText && ` ${visuallyHiddenText}`}
          {cardTitle && <> ({cardTitle})</>}
        </span>
      )}
    </a>
  );
}
