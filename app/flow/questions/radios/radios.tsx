import type { QuestionOf } from "../../../services/service";
import { Radios } from "../../../ui/radios/radios";
import { hintOf, legendOf } from "../heading";
import { errorOf, fault, type QuestionKind, type ViewProps, value } from "../question";
import { readEmpty } from "../single-line/single-line";
import type { Words } from "../words";

/** One of a few options. */
export const radios: QuestionKind<"radios"> = {
  read: (question, name, fields, words) => {
    const chosen = fields.get(name);
    if (!chosen) return readEmpty(question, name, words);
    return question.options.some((option) => option.id === chosen) ? value(chosen) : fault(name, words.say("required"));
  },
  toFields: (kept, name) => [[name, String(kept)]],
  toLines: (kept, _question, words) => [words.option(String(kept)).label],
  View: ({ question, name, fields, errors, words, isHeading, text }: ViewProps<QuestionOf<"radios">>) => (
    <Radios
      name={name}
      fieldset={{ legend: legendOf(words, isHeading) }}
      hint={hintOf(words)}
      errorMessage={errorOf(errors, name)}
      value={fields.get(name)}
      classes={question.inline ? "govuk-radios--inline" : undefined}
      items={question.options.flatMap((option) => [
        ...(option.divider ? [{ divider: text.t("flow:or") }] : []),
        optionItem(words, option.id),
      ])}
    />
  ),
};

/** An option as radios and checkboxes take it. */
export function optionItem(words: Words, id: string) {
  const { label, hint } = words.option(id);
  return { value: id, text: label, hint: hint ? { text: hint } : undefined };
}
