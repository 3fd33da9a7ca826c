import type { OptionHTMLAttributes, SelectHTMLAttributes } from "react";
import { classes as join } from "../classes.ts";
import { describe, Field, type FieldParams } from "../field/field.tsx";
import type { Attributes, Maybe } from "../props.ts";

type Value = string | number;

export interface SelectItem {
  text: string;
  /** Defaults to the text. */
  value?: Value | undefined;
  /** Overrides the field's `value`. */
  selected?: boolean | undefined;
  disabled?: boolean | undefined;
  attributes?: Attributes<OptionHTMLAttributes<HTMLOptionElement>> | undefined;
}

export interface SelectProps extends Omit<FieldParams, "attributes"> {
  attributes?: Attributes<SelectHTMLAttributes<HTMLSelectElement>> | undefined;
  items: Maybe<SelectItem>[];
  value?: Value | undefined;
}

const toValue = (item: SelectItem): Value => item.value ?? item.text;

function isSelected(item: SelectItem, value: Value | undefined): boolean {
  return item.selected ?? (value !== undefined && value !== "" && String(toValue(item)) === String(value));
}

export function Select(props: SelectProps) {
  const { name, id = name, errorMessage, value } = props;
  const items = props.items.filter((item) => !!item);
  const selected = items.find((item) => isSelected(item, value));
  return (
    <Field field={props as FieldParams}>
      <select
        className={join("govuk-select", props.classes, errorMessage && "govuk-select--error")}
        id={id}
        name={name}
        disabled={props.disabled}
        aria-describedby={describe(id, props)}
        defaultValue={selected && toValue(selected)}
        {...props.attributes}
      >
        {items.map((item) => (
          <option key={toValue(item)} value={item.value} disabled={item.disabled} {...item.attributes}>
            {item.text}
          </option>
        ))}
      </select>
    </Field>
  );
}
