import type { ReactNode } from "react";
import { classes as join } from "../classes.ts";
import type { Common, Part } from "../props.ts";

export interface LegendParams extends Omit<Part, "attributes"> {
  /** Makes the legend the page's h1. */
  isPageHeading?: boolean | undefined;
}

export interface FieldsetProps extends Common {
  describedBy?: string | undefined;
  legend?: LegendParams | undefined;
  role?: string | undefined;
  children?: ReactNode;
}

export function Fieldset({ describedBy, legend, role, classes, attributes, children }: FieldsetProps) {
  return (
    <fieldset className={join("govuk-fieldset", classes)} role={role} aria-describedby={describedBy} {...attributes}>
      {legend?.text && (
        <legend className={join("govuk-fieldset__legend", legend.classes)}>
          {legend.isPageHeading ? <h1 className="govuk-fieldset__heading">{legend.text}</h1> : legend.text}
        </legend>
      )}
      {children}
    </fieldset>
  );
}
