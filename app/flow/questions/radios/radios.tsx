import type { Texts } from "../../../platform/i18n/i18n.server";
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
  typedLines: (_question, name, fields, words) => fields.all(name).map((id) => words.option(id).label),
  View: ({ question, name, fields, errors, words, isHeading, text }: ViewProps<QuestionOf<"radios">>) => (
    <Radios
      name={name}
      fieldset={{ legend: legendOf(words, isHeading) }}
      hint={hintOf(words)}
      errorMessage={errorOf(errors, name)}
      value={fields.get(name)}
      classes={question.inline ? "govuk-radios--inline" : undefined}
      items={optionItems(question.options, words, text)}
    />
  ),
};

/** Options as radios and checkboxes take them, with "or" before one that stands apart. */
export const optionItems = (options: { id: string; divider?: boolean | undefined }[], words: Words, text: Texts) =>
  options.flatMap(({ id, divider }) => {
    const { label, hint } = words.option(id);
    const item = { value: id, text: label, hint: hint ? { text: hint } : undefined };
    return divider ? [{ divider: text.t("flow:or") }, item] : [item];
  });
