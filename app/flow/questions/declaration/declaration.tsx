import { Checkboxes } from "../../../ui/checkboxes/checkboxes";
import { hintOf, legendOf } from "../heading";
import { errorOf, type QuestionKind, value } from "../question";
import { readEmpty } from "../single-line/single-line";

/** Something the person declares by ticking one box. It is asked anew each time. */
export const declaration: QuestionKind<"declaration"> = {
  read: (question, name, fields, words) =>
    fields.get(name) === "yes" ? value(true) : readEmpty(question, name, words),
  toFields: (kept, name) => (kept ? [[name, "yes"]] : []),
  toLines: (_kept, _question, words) => [words.say("statement")],
  typedLines: (_question, _name, { pairs }, words) => (pairs.length > 0 ? [words.say("statement")] : []),
  View: ({ name, fields, errors, words, isHeading }) => (
    <Checkboxes
      name={name}
      fieldset={{ legend: legendOf(words, isHeading) }}
      hint={hintOf(words)}
      errorMessage={errorOf(errors, name)}
      values={fields.all(name)}
      items={[{ value: "yes", text: words.say("statement") }]}
    />
  ),
};
