import type { ReactNode } from "react";
import { classes as join } from "../classes.ts";
import { useWord } from "../locale/words.ts";
import type { Common } from "../props.ts";

export interface WarningTextProps extends Common {
  iconFallbackText?: string | undefined;
  children?: ReactNode;
}

export function WarningText({ iconFallbackText, classes, attributes, children }: WarningTextProps) {
  const word = useWord();
  return (
    <div className={join("govuk-warning-text", classes)} {...attributes}>
      <span className="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>{" "}
      <strong className="govuk-warning-text__text">
        <span className="govuk-visually-hidden">{iconFallbackText || word("warning")}</span> {children}
      </strong>
    </div>
  );
}
