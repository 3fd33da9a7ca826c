import type { InputHTMLAttributes, ReactNode } from "react";
import { Choice, ChoiceGroup, type ChoiceGroupParams, type ChoiceItem } from "../choice/choice.tsx";
import type { Attributes, Maybe } from "../props.ts";

export interface RadioItem extends ChoiceItem {
  attributes?: Attributes<InputHTMLAttributes<HTMLInputElement>> | undefined;
}

export interface RadioDivider {
  divider: ReactNode;
}

export interface RadiosProps extends ChoiceGroupParams {
  name: string;
  items: Maybe<RadioItem | RadioDivider>[];
  value?: string | number | undefined;
}

export function Radios(props: RadiosProps) {
  const { name, idPrefix = name, items, value } = props;
  const hasValue = value !== undefined && value !== "";
  return (
    <ChoiceGroup kind="radios" idPrefix={idPrefix} group={props} describedBy={undefined}>
      {items.map((item, index) => {
        if (!item) return null;
        const id = ("id" in item && item.id) || (index ? `${idPrefix}-${index + 1}` : idPrefix);
        return (
          <Choice
            key={id}
            kind="radios"
            id={id}
            name={name}
            item={item}
            isChecked={"value" in item && (item.checked ?? (hasValue && item.value === value))}
          />
        );
      })}
    </ChoiceGroup>
  );
}
