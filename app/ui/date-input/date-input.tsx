import type { InputHTMLAttributes } from "react";
import { classes as join } from "../classes.ts";
import { type Described, Descriptions, describe, FormGroup, type FormGroupParams } from "../field/field.tsx";
import { Fieldset, type FieldsetProps } from "../fieldset/fieldset.tsx";
import { Input } from "../input/input.tsx";
import { useWord } from "../locale/words.ts";
import type { Attributes, Common, Maybe } from "../props.ts";
import { type Part, toParts } from "./parts.ts";

export interface DateInputItem {
  name?: string | undefined;
  id?: string | undefined;
  /** Defaults to the word for day, month or year. */
  label?: string | undefined;
  value?: string | number | undefined;
  /** Marks this box as (not) wrong; left out, an error message marks them all. */
  error?: boolean | undefined;
  classes?: string | undefined;
  autoComplete?: string | undefined;
  inputMode?: InputHTMLAttributes<HTMLInputElement>["inputMode"];
  pattern?: string | undefined;
  attributes?: Attributes<InputHTMLAttributes<HTMLInputElement>> | undefined;
}

export interface DateInputProps extends Common, Omit<Described, "describedBy"> {
  id: string;
  /** Put before each name with a dash. */
  namePrefix?: string | undefined;
  /** By full name, prefix included. */
  values?: Record<string, string | number | undefined> | undefined;
  day?: DateInputItem | false | undefined;
  month?: DateInputItem | false | undefined;
  year?: DateInputItem | false | undefined;
  /** Instead of `day`, `month` and `year`. */
  items?: Maybe<DateInputItem>[] | undefined;
  fieldset?: Omit<FieldsetProps, "children" | "role"> | undefined;
  formGroup?: FormGroupParams | undefined;
}

export function DateInput(props: DateInputProps) {
  const { id, hint, errorMessage, fieldset, formGroup } = props;
  const inner = (
    <>
      <Descriptions id={id} hint={hint} errorMessage={errorMessage} />
      <div className={join("govuk-date-input", props.classes)} {...props.attributes} id={id}>
        {formGroup?.before}
        {toParts(props).map((part) => (
          <DatePart key={part.id} part={part} />
        ))}
        {formGroup?.after}
      </div>
    </>
  );
  const described = fieldset && describe(id, { hint, errorMessage, describedBy: fieldset.describedBy });
  return (
    <FormGroup hasError={!!errorMessage} classes={formGroup?.classes} attributes={formGroup?.attributes}>
      {fieldset ? (
        // JAWS announces the description of a fieldset of text boxes only with this role.
        <Fieldset {...fieldset} role="group" describedBy={described}>
          {inner}
        </Fieldset>
      ) : (
        inner
      )}
    </FormGroup>
  );
}

function DatePart({ part }: { part: Part }) {
  const { item, kind } = part;
  const word = useWord();
  return (
    <div className="govuk-date-input__item">
      <Input
        label={{ text: item.label ?? (kind ? word(kind) : part.title), classes: "govuk-date-input__label" }}
        id={part.id}
        name={part.name}
        classes={part.classes}
        value={part.value}
        inputMode={item.inputMode ?? "numeric"}
        autoComplete={item.autoComplete}
        pattern={item.pattern}
        attributes={item.attributes}
      />
    </div>
  );
}
