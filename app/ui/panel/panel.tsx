import { type AnchorHTMLAttributes, type ButtonHTMLAttributes, Fragment, type ReactNode } from "react";
import { Button } from "../button/button.tsx";
import { classes as join } from "../classes.ts";
import { type Attributes, type Common, type HeadingLevel, heading } from "../props.ts";

export interface PanelAction {
  text: ReactNode;
  href?: string | undefined;
  type?: "submit" | "button" | "reset" | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
}

export interface PanelProps extends Common {
  titleText: ReactNode;
  headingLevel?: HeadingLevel | undefined;
  /** Only on a panel with the class `govuk-panel--interruption`. */
  actions?: (Common & { items?: PanelAction[] | undefined }) | undefined;
  children?: ReactNode;
}

export function Panel({ titleText, headingLevel = 1, actions, classes, attributes, children }: PanelProps) {
  const isInterruption = !!classes?.includes("govuk-panel--interruption");
  const Heading = heading(headingLevel);
  return (
    <div className={join("govuk-panel", !isInterruption && "govuk-panel--confirmation", classes)} {...attributes}>
      <Heading className="govuk-panel__title">{titleText}</Heading>
      {children && <div className="govuk-panel__body">{children}</div>}
      {isInterruption && actions && (
        <div className={join("govuk-panel__actions", actions.classes)} {...actions.attributes}>
          {!!actions.items?.length && (
            <div className="govuk-button-group">
              {actions.items.map((action, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: actions have no other identity
                <Fragment key={index}>
                  {index > 0 && " "}
                  <Action {...action} />
                </Fragment>
              ))}
            </div>
          )}
        </div>
      )}
    </div>
  );
}

function Action({ text, href, type, classes, attributes }: PanelAction) {
  if (!href || type === "button")
    return (
      <Button
        type={type ?? "button"}
        classes={join("govuk-button--inverse", classes)}
        href={href}
        attributes={attributes as Attributes<ButtonHTMLAttributes<HTMLElement>>}
      >
        {text}
      </Button>
    );
  return (
    <a
      className={join("govuk-link", "govuk-link--inverse", classes)}
      href={href}
      {...(attributes as AnchorHTMLAttributes<HTMLElement>)}
    >
      {text}
    </a>
  );
}
