import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode } from "react";
import { classes as join } from "../classes.ts";
import type { Attributes, Common } from "../props.ts";

export interface ButtonProps extends Omit<Common, "attributes"> {
  attributes?: Attributes<ButtonHTMLAttributes<HTMLElement>> | undefined;
  children?: ReactNode;
  disabled?: boolean | undefined;
  /** Makes it a link that looks like a button. */
  href?: string | undefined;
  id?: string | undefined;
  isStartButton?: boolean | undefined;
  name?: string | undefined;
  /** Lets a second click within a second pass by. */
  preventDoubleClick?: boolean | undefined;
  type?: "submit" | "button" | "reset" | undefined;
  value?: string | undefined;
}

const startIcon = (
  <svg
    className="govuk-button__start-icon"
    xmlns="http://www.w3.org/2000/svg"
    width="17.5"
    height="19"
    viewBox="0 0 33 40"
    aria-hidden="true"
    focusable="false"
  >
    <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
  </svg>
);

export function Button(props: ButtonProps) {
  const { id, isStartButton, children, attributes, disabled } = props;
  const className = join("govuk-button", props.classes, isStartButton && "govuk-button--start");
  const shared = { id, className, "data-module": "govuk-button", ...attributes };
  // The start button is a flex box, which would swallow spaces between elements.
  const content = isStartButton && typeof children !== "string" ? <span>{children}</span> : children;
  if (props.href)
    return (
      <a href={props.href} role="button" draggable="false" {...(shared as AnchorHTMLAttributes<HTMLElement>)}>
        {content}
        {isStartButton && startIcon}
      </a>
    );
  return (
    <button
      type={props.type ?? "submit"}
      value={props.value || undefined}
      name={props.name}
      disabled={disabled}
      aria-disabled={disabled || undefined}
      data-prevent-double-click={props.preventDoubleClick}
      {...shared}
    >
      {content}
      {isStartButton && startIcon}
    </button>
  );
}
