import { plainText } from "../../../platform/typed";
import { CharacterCount } from "../../../ui/character-count/character-count";
import { hintOf, labelOf } from "../heading";
import { errorOf, fault, type QuestionKind, value } from "../question";
import { readEmpty } from "../single-line/single-line";

/** Text of several lines, with a count of the characters that are left. */
export const textarea: QuestionKind<"textarea"> = {
  read: (question, name, fields, words) => {
    const typed = plainText(fields.get(name));
    if (!typed) return readEmpty(question, name, words);
    return typed.length > question.maxLength
      ? fault(name, words.say("too-long", { max: question.maxLength }))
      : value(typed);
  },
  toFields: (kept, name) => [[name, String(kept)]],
  toLines: (kept) => String(kept).split("\n"),
  View: ({ question, name, fields, errors, words, isHeading }) => (
    <CharacterCount
      name={name}
      label={labelOf(words, isHeading)}
      hint={hintOf(words)}
      errorMessage={errorOf(errors, name)}
      value={fields.get(name)}
      maxlength={question.maxLength}
      rows={5}
    />
  ),
};
