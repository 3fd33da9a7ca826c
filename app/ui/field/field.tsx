import type { ReactNode } from "react";
import { classes as join } from "../classes.ts";
import { ErrorMessage } from "../error-message/error-message.tsx";
import { Hint } from "../hint/hint.tsx";
import { Label } from "../label/label.tsx";
import type { Common, Part } from "../props.ts";

export interface LabelParams extends Part {
  isPageHeading?: boolean | undefined;
}

export interface ErrorParams extends Part {
  visuallyHiddenText?: string | undefined;
}

export interface FormGroupParams extends Common {
  /** Stands between the error and the control. */
  before?: ReactNode;
  /** Stands after the control. */
  after?: ReactNode;
}

/** What a hint and an error do for any field or group of fields. */
export interface Described {
  hint?: Part | undefined;
  errorMessage?: ErrorParams | undefined;
  /** Ids of further elements that describe the field. */
  describedBy?: string | undefined;
}

/** The parameters of a field with one control. */
export interface FieldParams extends Common, Described {
  name: string;
  /** Defaults to `name`; the error summary links to it. */
  id?: string | undefined;
  label: LabelParams;
  formGroup?: FormGroupParams | undefined;
  disabled?: boolean | undefined;
}

/** The ids for `aria-describedby`, in reading order. */
export function describe(id: string, { hint, errorMessage, describedBy }: Described): string | undefined {
  return join(describedBy, hint && `${id}-hint`, errorMessage && `${id}-error`) || undefined;
}

/** The hint and the error that stand above a control. */
export function Descriptions({ id, hint, errorMessage }: Described & { id: string }) {
  return (
    <>
      {hint && (
        <Hint id={`${id}-hint`} classes={hint.classes} attributes={hint.attributes}>
          {hint.text}
        </Hint>
      )}
      {errorMessage && (
        <ErrorMessage
          id={`${id}-error`}
          classes={errorMessage.classes}
          attributes={errorMessage.attributes}
          visuallyHiddenText={errorMessage.visuallyHiddenText}
        >
          {errorMessage.text}
        </ErrorMessage>
      )}
    </>
  );
}

interface FormGroupProps extends Common {
  hasError: boolean;
  children?: ReactNode;
}

export function FormGroup({ hasError, classes, attributes, children }: FormGroupProps) {
  return (
    <div className={join("govuk-form-group", hasError && "govuk-form-group--error", classes)} {...attributes}>
      {children}
    </div>
  );
}

/** Label, hint and error around one control. The control says `aria-describedby={describe(id, params)}` itself. */
export function Field({ field, children }: { field: FieldParams; children?: ReactNode }) {
  const { name, id = name, label, formGroup } = field;
  return (
    <FormGroup hasError={!!field.errorMessage} classes={formGroup?.classes} attributes={formGroup?.attributes}>
      <Label for={id} isPageHeading={label.isPageHeading} classes={label.classes} attributes={label.attributes}>
        {label.text}
      </Label>
      <Descriptions id={id} hint={field.hint} errorMessage={field.errorMessage} />
      {formGroup?.before}
      {children}
      {formGroup?.after}
    </FormGroup>
  );
}
