import type { InputHTMLAttributes } from "react";
import { classes as join } from "../classes.ts";
import { describe, Field, type FieldParams } from "../field/field.tsx";
import type { Attributes, Common, Part } from "../props.ts";

type Html = InputHTMLAttributes<HTMLInputElement>;

export interface InputProps extends Omit<FieldParams, "attributes"> {
  attributes?: Attributes<Html> | undefined;
  type?: string | undefined;
  value?: string | number | undefined;
  autoCapitalize?: string | undefined;
  autoComplete?: string | undefined;
  inputMode?: Html["inputMode"];
  pattern?: string | undefined;
  spellCheck?: boolean | undefined;
  prefix?: Part | undefined;
  suffix?: Part | undefined;
  inputWrapper?: Common | undefined;
}

export function Input(props: InputProps) {
  const { formGroup, prefix, suffix, inputWrapper } = props;
  const isWrapped = !!(prefix?.text || suffix?.text || formGroup?.before || formGroup?.after);
  if (!isWrapped)
    return (
      <Field field={props as FieldParams}>
        <Control {...props} />
      </Field>
    );
  // What stands before or after the control belongs inside the wrapper, in one line with it.
  const outer = formGroup && { classes: formGroup.classes, attributes: formGroup.attributes };
  return (
    <Field field={{ ...(props as FieldParams), formGroup: outer }}>
      <div className={join("govuk-input__wrapper", inputWrapper?.classes)} {...inputWrapper?.attributes}>
        {formGroup?.before}
        {prefix?.text && <Affix {...prefix} kind="prefix" />}
        <Control {...props} />
        {suffix?.text && <Affix {...suffix} kind="suffix" />}
        {formGroup?.after}
      </div>
    </Field>
  );
}

function Control(props: InputProps) {
  const { name, id = name, value, errorMessage } = props;
  return (
    <input
      className={join("govuk-input", props.classes, errorMessage && "govuk-input--error")}
      id={id}
      name={name}
      type={props.type || "text"}
      spellCheck={props.spellCheck}
      defaultValue={value}
      disabled={props.disabled}
      aria-describedby={describe(id, props)}
      autoComplete={props.autoComplete}
      autoCapitalize={props.autoCapitalize}
      pattern={props.pattern}
      inputMode={props.inputMode}
      {...props.attributes}
    />
  );
}

function Affix({ kind, text, classes, attributes }: Part & { kind: "prefix" | "suffix" }) {
  return (
    <div className={join(`govuk-input__${kind}`, classes)} aria-hidden="true" {...attributes}>
      {text}
    </div>
  );
}
