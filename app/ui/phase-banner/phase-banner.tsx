import type { ReactNode } from "react";
import { classes as join } from "../classes.ts";
import type { Common, Part } from "../props.ts";
import { Tag } from "../tag/tag.tsx";

export interface PhaseBannerProps extends Common {
  tag: Omit<Part, "attributes">;
  children?: ReactNode;
}

export function PhaseBanner({ tag, classes, attributes, children }: PhaseBannerProps) {
  return (
    <div className={join("govuk-phase-banner", "govuk-width-container", classes)} {...attributes}>
      <p className="govuk-phase-banner__content">
        <Tag classes={join("govuk-phase-banner__content__tag", tag.classes)}>{tag.text}</Tag>{" "}
        <span className="govuk-phase-banner__text">{children}</span>
      </p>
    </div>
  );
}
