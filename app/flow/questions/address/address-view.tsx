import { AddressFields, type AddressFound } from "../../../features/places/places";
import type { QuestionOf } from "../../../services/service";
import { Fieldset } from "../../../ui/fieldset/fieldset";
import { Hint } from "../../../ui/hint/hint";
import { hintOf, legendOf } from "../heading";
import { errorOf, type ViewProps } from "../question";

export function AddressQuestion({ name, fields, errors, words, isHeading, found }: ViewProps<QuestionOf<"address">>) {
  const hint = hintOf(words);
  return (
    <Fieldset legend={legendOf(words, isHeading)} describedBy={hint ? `${name}-hint` : undefined}>
      {hint && <Hint id={`${name}-hint`}>{hint.text}</Hint>}
      <AddressFields
        name={name}
        typed={fields}
        found={found as AddressFound}
        say={words.say}
        errorOf={(field) => errorOf(errors, field)}
        ways="links"
      />
    </Fieldset>
  );
}
