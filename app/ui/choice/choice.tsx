import type { InputHTMLAttributes, ReactNode } from "react";
import { classes as join } from "../classes.ts";
import { type Described, Descriptions, describe, FormGroup, type FormGroupParams } from "../field/field.tsx";
import { Fieldset, type FieldsetProps } from "../fieldset/fieldset.tsx";
import { Hint } from "../hint/hint.tsx";
import { Label } from "../label/label.tsx";
import type { Attributes, Common, Part } from "../props.ts";

/** Radios and checkboxes are the same markup under two names. */
type Kind = "radios" | "checkboxes";

export interface ChoiceItem {
  value: string | number;
  text: ReactNode;
  id?: string | undefined;
  /** Overrides the group's value. */
  checked?: boolean | undefined;
  /** Shown only while the item is chosen (with JavaScript; otherwise always). */
  conditional?: ReactNode;
  disabled?: boolean | undefined;
  hint?: Part | undefined;
  label?: Common | undefined;
}

export interface ChoiceGroupParams extends Common, Omit<Described, "describedBy"> {
  /** Defaults to `name`; the first item has it as its id. */
  idPrefix?: string | undefined;
  fieldset?: Omit<FieldsetProps, "children" | "role"> | undefined;
  formGroup?: FormGroupParams | undefined;
}

interface ChoiceGroupProps {
  kind: Kind;
  idPrefix: string;
  group: ChoiceGroupParams;
  describedBy: string | undefined;
  children: ReactNode;
}

export function ChoiceGroup({ kind, idPrefix, group, describedBy, children }: ChoiceGroupProps) {
  const { fieldset, hint, errorMessage, formGroup } = group;
  const inner = (
    <>
      <Descriptions id={idPrefix} hint={hint} errorMessage={errorMessage} />
      <div className={join(`govuk-${kind}`, group.classes)} data-module={`govuk-${kind}`} {...group.attributes}>
        {formGroup?.before}
        {children}
        {formGroup?.after}
      </div>
    </>
  );
  const ids = fieldset && describe(idPrefix, { hint, errorMessage, describedBy: fieldset.describedBy ?? describedBy });
  return (
    <FormGroup hasError={!!errorMessage} classes={formGroup?.classes} attributes={formGroup?.attributes}>
      {fieldset ? (
        <Fieldset {...fieldset} describedBy={ids}>
          {inner}
        </Fieldset>
      ) : (
        inner
      )}
    </FormGroup>
  );
}

interface Item extends ChoiceItem {
  attributes?: Attributes<InputHTMLAttributes<HTMLInputElement>> | undefined;
  behaviour?: string | undefined;
}

interface ChoiceProps {
  kind: Kind;
  id: string;
  name: string;
  item: Item | { divider: ReactNode };
  isChecked: boolean;
  describedBy?: string | undefined;
}

export function Choice({ kind, id, name, item, isChecked, describedBy }: ChoiceProps) {
  if ("divider" in item) return <div className={`govuk-${kind}__divider`}>{item.divider}</div>;
  const { hint, label, conditional } = item;
  return (
    <>
      <div className={`govuk-${kind}__item`}>
        <input
          className={`govuk-${kind}__input`}
          id={id}
          name={name}
          type={kind === "radios" ? "radio" : "checkbox"}
          value={item.value}
          defaultChecked={isChecked}
          disabled={item.disabled}
          data-aria-controls={conditional ? `conditional-${id}` : undefined}
          data-behaviour={item.behaviour}
          aria-describedby={join(describedBy, hint && `${id}-item-hint`) || undefined}
          {...item.attributes}
        />
        <Label for={id} classes={join(`govuk-${kind}__label`, label?.classes)} attributes={label?.attributes}>
          {item.text}
        </Label>
        {hint && (
          <Hint id={`${id}-item-hint`} classes={join(`govuk-${kind}__hint`, hint.classes)} attributes={hint.attributes}>
            {hint.text}
          </Hint>
        )}
      </div>
      {conditional && (
        <div
          className={join(`govuk-${kind}__conditional`, !isChecked && `govuk-${kind}__conditional--hidden`)}
          id={`conditional-${id}`}
        >
          {conditional}
        </div>
      )}
    </>
  );
}
