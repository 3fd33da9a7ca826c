import type { ReactNode } from "react";
import { type Described, Descriptions, describe, FormGroup } from "../field/field.tsx";
import { Fieldset, type LegendParams } from "../fieldset/fieldset.tsx";
import { type HeadingLevel, heading } from "../props.ts";

export interface Slot {
  value: string;
  /** The time, such as "2:30pm". */
  text: ReactNode;
  /** More for the ear, or for the eye, such as "2 places left". */
  hint?: ReactNode;
  disabled?: boolean | undefined;
}

export interface SlotDay {
  id: string;
  /** Such as "Thursday 14 May". */
  title: string;
  slots: Slot[];
}

export interface SlotPickerProps extends Omit<Described, "describedBy"> {
  name: string;
  /** Defaults to `name`; the first time has it as its id. */
  idPrefix?: string | undefined;
  legend: LegendParams;
  days: SlotDay[];
  value?: string | undefined;
  /** Of the days; one below the page's heading. */
  headingLevel?: HeadingLevel | undefined;
}

/** Times to choose one of, under the day they are on. Radios, so that arrows and screen readers work as ever. */
export function SlotPicker(props: SlotPickerProps) {
  const { name, idPrefix = name, legend, days, hint, errorMessage, headingLevel = 2 } = props;
  const Heading = heading(headingLevel);
  const first = days[0]?.slots[0];
  return (
    <FormGroup hasError={!!errorMessage}>
      <Fieldset legend={legend} describedBy={describe(idPrefix, { hint, errorMessage })}>
        <Descriptions id={idPrefix} hint={hint} errorMessage={errorMessage} />
        {days.map(({ id, title, slots }) => (
          <div key={id} className="app-slots" role="group" aria-labelledby={`${idPrefix}-${id}`}>
            <Heading className="govuk-heading-s app-slots__day" id={`${idPrefix}-${id}`}>
              {title}
            </Heading>
            <div className="app-slots__times">
              {slots.map((slot) => (
                <Time
                  key={slot.value}
                  slot={slot}
                  name={name}
                  id={slot === first ? idPrefix : `${idPrefix}-${slot.value}`}
                  isChecked={slot.value === props.value}
                />
              ))}
            </div>
          </div>
        ))}
      </Fieldset>
    </FormGroup>
  );
}

interface TimeProps {
  slot: Slot;
  name: string;
  id: string;
  isChecked: boolean;
}

function Time({ slot, name, id, isChecked }: TimeProps) {
  return (
    <div className="app-slot">
      <input
        className="app-slot__input"
        type="radio"
        name={name}
        id={id}
        value={slot.value}
        defaultChecked={isChecked}
        disabled={slot.disabled}
      />
      <label className="app-slot__label" htmlFor={id}>
        {slot.text}
        {slot.hint && <span className="app-slot__hint"> {slot.hint}</span>}
      </label>
    </div>
  );
}
