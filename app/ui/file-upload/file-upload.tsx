import type { InputHTMLAttributes } from "react";
import { classes as join } from "../classes.ts";
import { describe, Field, type FieldParams } from "../field/field.tsx";
import type { Attributes } from "../props.ts";

export interface FileUploadProps extends Omit<FieldParams, "attributes"> {
  attributes?: Attributes<InputHTMLAttributes<HTMLInputElement>> | undefined;
  multiple?: boolean | undefined;
}

export function FileUpload(props: FileUploadProps) {
  const { name, id = name, errorMessage } = props;
  return (
    <Field field={props as FieldParams}>
      <input
        className={join("govuk-file-upload", props.classes, errorMessage && "govuk-file-upload--error")}
        id={id}
        name={name}
        type="file"
        disabled={props.disabled}
        multiple={props.multiple}
        aria-describedby={describe(id, props)}
        {...props.attributes}
      />
    </Field>
  );
}
