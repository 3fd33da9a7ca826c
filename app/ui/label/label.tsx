import type { ReactNode } from "react";
import { classes as join } from "../classes.ts";
import type { Common } from "../props.ts";

export interface LabelProps extends Common {
  for?: string | undefined;
  /** Makes the label the page's h1. */
  isPageHeading?: boolean | undefined;
  children?: ReactNode;
}

export function Label({ for: htmlFor, isPageHeading, classes, attributes, children }: LabelProps) {
  if (children === undefined || children === null || children === "") return null;
  const label = (
    <label className={join("govuk-label", classes)} htmlFor={htmlFor} {...attributes}>
      {children}
    </label>
  );
  return isPageHeading ? <h1 className="govuk-label-wrapper">{label}</h1> : label;
}
