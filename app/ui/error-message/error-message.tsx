import type { ReactNode } from "react";
import { classes as join } from "../classes.ts";
import { useWord } from "../locale/words.ts";
import type { Common } from "../props.ts";

export interface ErrorMessageProps extends Common {
  id?: string | undefined;
  /** Read out before the message; an empty string says nothing. */
  visuallyHiddenText?: string | undefined;
  children?: ReactNode;
}

export function ErrorMessage({ id, visuallyHiddenText, classes, attributes, children }: ErrorMessageProps) {
  const word = useWord();
  const prefix = visuallyHiddenText ?? word("error");
  return (
    <p id={id} className={join("govuk-error-message", classes)} {...attributes}>
      {prefix !== "" && <span className="govuk-visually-hidden">{`${prefix}:`}</span>}
      {prefix !== "" && " "}
      {children}
    </p>
  );
}
