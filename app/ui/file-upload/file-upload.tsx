import type { InputHTMLAttributes } from "react";
import { classes as join } from "../classes.ts";
import { describe, Field, type FieldParams } from "../field/field.tsx";
import { FileRow } from "../file-list/file-list.tsx";
import type { Attributes } from "../props.ts";

export interface FileUploadProps extends Omit<FieldParams, "attributes"> {
  attributes?: Attributes<InputHTMLAttributes<HTMLInputElement>> | undefined;
  multiple?: boolean | undefined;
  /** Shows what is chosen before it is sent, under these words, and no more files than can be taken. */
  preview?: { heading: string; most: number } | undefined;
}

export function FileUpload(props: FileUploadProps) {
  const { name, id = name, errorMessage, preview } = props;
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
        data-preview={preview && `${id}-preview`}
        data-most={preview?.most}
        {...props.attributes}
      />
      {preview && <Preview id={`${id}-preview`} heading={preview.heading} />}
    </Field>
  );
}

/** Without scripts it does not show: the field itself names what was chosen. */
function Preview({ id, heading }: { id: string; heading: string }) {
  return (
    <div id={id} className="app-preview" hidden>
      <p className="govuk-body govuk-!-font-weight-bold" id={`${id}-heading`}>
        {heading}
      </p>
      <ul className="govuk-list app-files" aria-labelledby={`${id}-heading`} />
      <template>
        <FileRow file={{ name: "" }} />
      </template>
    </div>
  );
}
