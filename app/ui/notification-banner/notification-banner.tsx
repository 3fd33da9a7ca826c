import type { ReactNode } from "react";
import { classes as join } from "../classes.ts";
import { useWord } from "../locale/words.ts";
import { type Common, type HeadingLevel, heading } from "../props.ts";

export interface NotificationBannerProps extends Common {
  type?: "success" | undefined;
  role?: string | undefined;
  titleText?: ReactNode;
  titleHeadingLevel?: HeadingLevel | undefined;
  titleId?: string | undefined;
  disableAutoFocus?: boolean | undefined;
  /** A plain string becomes the banner's one line. */
  children?: ReactNode;
}

export function NotificationBanner(props: NotificationBannerProps) {
  const { type, children, titleId = "govuk-notification-banner-title" } = props;
  const isSuccess = type === "success";
  const word = useWord();
  const Heading = heading(props.titleHeadingLevel ?? 2);
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: its role is always one that takes a name
    <div
      className={join("govuk-notification-banner", isSuccess && "govuk-notification-banner--success", props.classes)}
      role={props.role || (isSuccess ? "alert" : "region")}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={props.disableAutoFocus}
      {...props.attributes}
    >
      <div className="govuk-notification-banner__header">
        <Heading className="govuk-notification-banner__title" id={titleId}>
          {props.titleText || word(isSuccess ? "success" : "important")}
        </Heading>
      </div>
      <div className="govuk-notification-banner__content">
        {typeof children === "string" ? <p className="govuk-notification-banner__heading">{children}</p> : children}
      </div>
    </div>
  );
}
