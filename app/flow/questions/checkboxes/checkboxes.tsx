import { Checkboxes } from "../../../ui/checkboxes/checkboxes";
import { hintOf, legendOf } from "../heading";
import { errorOf, fault, type QuestionKind, value } from "../question";
import { optionItems } from "../radios/radios";
import { readEmpty } from "../single-line/single-line";
import type { Words } from "../words";

/** Any of several options, or "none of these" alone. */
export const checkboxes: QuestionKind<"checkboxes"> = {
  read: (question, name, fields, words) => {
    const ids = [...question.options.map((option) => option.id), ...(question.none ? ["none"] : [])];
    const chosen = ids.filter((id) => fields.all(name).includes(id));
    if (chosen.length === 0) return readEmpty(question, name, words);
    if (chosen.includes("none") && chosen.length > 1) return fault(name, words.say("none-with-others"));
    return value(chosen);
  },
  toFields: (kept, name) => (kept as string[]).map((id) => [name, id]),
  toLines: (kept, _question, words) => linesOf(kept as string[], words),
  typedLines: (_question, name, fields, words) => linesOf(fields.all(name), words),
  View: ({ question, name, fields, errors, words, isHeading, text }) => (
    <Checkboxes
      name={name}
      fieldset={{ legend: legendOf(words, isHeading) }}
      hint={hintOf(words)}
      errorMessage={errorOf(errors, name)}
      values={fields.all(name)}
      items={[
        ...optionItems(question.options, words, text),
        ...(question.none
          ? [
              { divider: text.t("flow:or") },
              { value: "none", text: words.say("none"), behaviour: "exclusive" as const },
            ]
          : []),
      ]}
    />
  ),
};

const linesOf = (ids: string[], words: Words) =>
  ids.map((id) => (id === "none" ? words.say("none") : words.option(id).label));
