import type { ReactNode } from "react";
import { classes as join } from "../classes.ts";
import { useWord } from "../locale/words.ts";
import type { Common } from "../props.ts";

export interface BackLinkProps extends Common {
  href: string;
  children?: ReactNode;
}

export function BackLink({ href, classes, attributes, children }: BackLinkProps) {
  const word = useWord();
  return (
    <a href={href} className={join("govuk-back-link", classes)} {...attributes}>
      {children ?? word("back")}
    </a>
  );
}
