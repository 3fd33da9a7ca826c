import type { ReactNode } from "react";
import { classes as join } from "../classes.ts";
import { useWord } from "../locale/words.ts";
import type { Common } from "../props.ts";

export interface SkipLinkProps extends Common {
  /** Defaults to `#content`. */
  href?: string | undefined;
  children?: ReactNode;
}

export function SkipLink({ href, classes, attributes, children }: SkipLinkProps) {
  const word = useWord();
  return (
    <a
      href={href || "#content"}
      className={join("govuk-skip-link", classes)}
      data-module="govuk-skip-link"
      {...attributes}
    >
      {children ?? word("skip")}
    </a>
  );
}
