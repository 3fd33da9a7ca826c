import type { TextareaHTMLAttributes } from "react";
import { classes as join } from "../classes.ts";
import { describe, Field, type FieldParams } from "../field/field.tsx";
import type { Attributes } from "../props.ts";

export interface TextareaProps extends Omit<FieldParams, "attributes"> {
  attributes?: Attributes<TextareaHTMLAttributes<HTMLTextAreaElement>> | undefined;
  autoComplete?: string | undefined;
  rows?: number | undefined;
  spellCheck?: boolean | undefined;
  value?: string | undefined;
}

export function Textarea(props: TextareaProps) {
  const { name, id = name, errorMessage } = props;
  return (
    <Field field={props as FieldParams}>
      <textarea
        className={join("govuk-textarea", errorMessage && "govuk-textarea--error", props.classes)}
        id={id}
        name={name}
        rows={props.rows || 5}
        spellCheck={props.spellCheck}
        disabled={props.disabled}
        aria-describedby={describe(id, props)}
        autoComplete={props.autoComplete}
        defaultValue={props.value}
        {...props.attributes}
      />
    </Field>
  );
}
