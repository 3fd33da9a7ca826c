import { Radios } from "../../../ui/radios/radios";
import { hintOf, legendOf } from "../heading";
import { errorOf, fault, type QuestionKind, value } from "../question";
import { readEmpty } from "../single-line/single-line";
import type { Words } from "../words";

/** Yes or no; a service may word them itself. */
export const yesNo: QuestionKind<"yes-no"> = {
  read: (question, name, fields, words) => {
    const chosen = fields.get(name);
    if (!chosen) return readEmpty(question, name, words);
    return chosen === "yes" || chosen === "no" ? value(chosen) : fault(name, words.say("required"));
  },
  toFields: (kept, name) => [[name, String(kept)]],
  toLines: (kept, _question, words) => [wordOf(words, String(kept))],
  typedLines: (_question, name, fields, words) => fields.all(name).map((id) => wordOf(words, id)),
  View: ({ name, fields, errors, words, isHeading }) => {
    const own = words.has("options.yes");
    return (
      <Radios
        name={name}
        fieldset={{ legend: legendOf(words, isHeading) }}
        hint={hintOf(words)}
        errorMessage={errorOf(errors, name)}
        value={fields.get(name)}
        classes={own ? undefined : "govuk-radios--inline"}
        items={["yes", "no"].map((id) => ({ value: id, text: wordOf(words, id) }))}
      />
    );
  },
};

const wordOf = (words: Words, id: string) => (words.has(`options.${id}`) ? words.option(id).label : words.say(id));
