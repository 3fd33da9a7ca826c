import type { ReactNode } from "react";
import { classes as join } from "../classes.ts";
import type { Common } from "../props.ts";

export interface InsetTextProps extends Common {
  id?: string | undefined;
  children?: ReactNode;
}

export function InsetText({ id, classes, attributes, children }: InsetTextProps) {
  return (
    <div id={id} className={join("govuk-inset-text", classes)} {...attributes}>
      {children}
    </div>
  );
}
