import type { InputHTMLAttributes, ReactNode } from "react";
import { Choice, ChoiceGroup, type ChoiceGroupParams, type ChoiceItem } from "../choice/choice.tsx";
import { describe } from "../field/field.tsx";
import type { Attributes, Maybe } from "../props.ts";

export interface CheckboxItem extends ChoiceItem {
  attributes?: Attributes<InputHTMLAttributes<HTMLInputElement>> | undefined;
  /** `exclusive` unticks the others (with JavaScript). */
  behaviour?: "exclusive" | undefined;
  name?: string | undefined;
}

export interface CheckboxDivider {
  divider: ReactNode;
}

export interface CheckboxesProps extends ChoiceGroupParams {
  name: string;
  items: Maybe<CheckboxItem | CheckboxDivider>[];
  /** The values that are ticked. */
  values?: (string | number)[] | undefined;
  describedBy?: string | undefined;
}

export function Checkboxes(props: CheckboxesProps) {
  const { name, idPrefix = name, items, values, fieldset } = props;
  const describedBy = fieldset?.describedBy ?? props.describedBy;
  // Without a fieldset to carry them, each box names the hint and the error itself.
  const ofItems = fieldset ? undefined : describe(idPrefix, { ...props, describedBy });
  return (
    <ChoiceGroup kind="checkboxes" idPrefix={idPrefix} group={props} describedBy={describedBy}>
      {items.map((item, index) => {
        if (!item) return null;
        const id = ("id" in item && item.id) || (index ? `${idPrefix}-${index + 1}` : idPrefix);
        return (
          <Choice
            key={id}
            kind="checkboxes"
            id={id}
            name={("name" in item && item.name) || name}
            item={item}
            isChecked={"value" in item && (item.checked ?? values?.includes(item.value) ?? false)}
            describedBy={ofItems}
          />
        );
      })}
    </ChoiceGroup>
  );
}
