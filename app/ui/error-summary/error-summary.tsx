import type { ReactNode } from "react";
import { classes as join } from "../classes.ts";
import { useWord } from "../locale/words.ts";
import type { Attributes, Common } from "../props.ts";

export interface ErrorSummaryItem {
  text: ReactNode;
  /** `#` and the id of the field. */
  href?: string | undefined;
  attributes?: Attributes | undefined;
}

export interface ErrorSummaryProps extends Common {
  titleText?: ReactNode;
  descriptionText?: ReactNode;
  errorList?: ErrorSummaryItem[] | undefined;
  disableAutoFocus?: boolean | undefined;
}

export function ErrorSummary(props: ErrorSummaryProps) {
  const word = useWord();
  return (
    <div
      className={join("govuk-error-summary", props.classes)}
      data-disable-auto-focus={props.disableAutoFocus}
      data-module="govuk-error-summary"
      {...props.attributes}
    >
      <div role="alert">
        <h2 className="govuk-error-summary__title">{props.titleText ?? word("errorSummary")}</h2>
        <div className="govuk-error-summary__body">
          {props.descriptionText && <p>{props.descriptionText}</p>}
          {!!props.errorList?.length && (
            <ul className="govuk-list govuk-error-summary__list">{props.errorList.map(toItem)}</ul>
          )}
        </div>
      </div>
    </div>
  );
}

function toItem({ text, href, attributes }: ErrorSummaryItem, index: number) {
  return (
    <li key={`${index}${href}`}>
      {href ? (
        <a href={href} {...attributes}>
          {text}
        </a>
      ) : (
        text
      )}
    </li>
  );
}
