import type { ReactNode } from "react";
import { classes as join } from "../classes.ts";
import type { Common } from "../props.ts";

export interface TagProps extends Common {
  children?: ReactNode;
}

export function Tag({ classes, attributes, children }: TagProps) {
  return (
    <strong className={join("govuk-tag", classes)} {...attributes}>
      {children}
    </strong>
  );
}
