import type { ReactNode } from "react";
import { classes as join } from "../classes.ts";
import type { Common } from "../props.ts";

export interface HintProps extends Common {
  id?: string | undefined;
  children?: ReactNode;
}

export function Hint({ id, classes, attributes, children }: HintProps) {
  return (
    <div id={id} className={join("govuk-hint", classes)} {...attributes}>
      {children}
    </div>
  );
}
