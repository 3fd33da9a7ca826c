import { Select } from "../../../ui/select/select";
import { hintOf, labelOf } from "../heading";
import { errorOf, type QuestionKind } from "../question";
import { radios } from "../radios/radios";

/** One of many options, in a list that opens. */
export const select: QuestionKind<"select"> = {
  read: (question, ...rest) => radios.read({ ...question, type: "radios", inline: false }, ...rest),
  toFields: (kept, name) => [[name, String(kept)]],
  toLines: (kept, _question, words) => [words.option(String(kept)).label],
  typedLines: (question, ...rest) => radios.typedLines!({ ...question, type: "radios", inline: false }, ...rest),
  View: ({ question, name, fields, errors, words, isHeading }) => (
    <Select
      name={name}
      label={labelOf(words, isHeading)}
      hint={hintOf(words)}
      errorMessage={errorOf(errors, name)}
      value={fields.get(name)}
      items={[
        { value: "", text: words.say("empty") },
        ...question.options.map((option) => ({ value: option.id, text: words.option(option.id).label })),
      ]}
    />
  ),
};
