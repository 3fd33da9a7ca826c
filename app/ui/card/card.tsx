import type { ReactNode } from "react";
import { Icon } from "../icon/icon.tsx";
import { type HeadingLevel, heading } from "../props.ts";

export interface CardProps {
  title: ReactNode;
  headingLevel?: HeadingLevel | undefined;
  /** Makes the title a link, and the whole card its target. */
  href?: string | undefined;
  /** A status tag, or a date. */
  aside?: ReactNode;
  children?: ReactNode;
}

/** Something of the reader's own, raised from the page: a draft to carry on with, a case in progress. */
export function Card({ title, headingLevel = 3, href, aside, children }: CardProps) {
  const Heading = heading(headingLevel);
  return (
    <div className="app-card">
      <div className="app-card__words">
        <Heading className="app-card__heading">
          {href ? (
            <a className="govuk-link govuk-link--no-visited-state app-card__link" href={href}>
              {title}
            </a>
          ) : (
            title
          )}
        </Heading>
        {children && <div className="app-card__body">{children}</div>}
        {aside && <div className="app-card__aside">{aside}</div>}
      </div>
      {href && <Icon name="next" classes="app-card__next" />}
    </div>
  );
}
