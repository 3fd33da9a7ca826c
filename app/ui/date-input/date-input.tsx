import { classes as join } from "../classes.ts";
import { Descriptions, describe, FormGroup } from "../field/field.tsx";
import { Fieldset } from "../fieldset/fieldset.tsx";
import { Input } from "../input/input.tsx";
import { useWord } from "../locale/words.ts";
import { type DateInputProps, type Part, toParts } from "./parts.ts";

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
