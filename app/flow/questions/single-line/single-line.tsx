import type { InputHTMLAttributes } from "react";
import { inOneLine } from "../../../platform/typed";
import type { Question, QuestionType } from "../../../services/service";
import { Input } from "../../../ui/input/input";
import { hintOf, labelOf } from "../heading";
import { errorOf, fault, type QuestionKind, type Reading, type ViewProps, value } from "../question";
import type { Words } from "../words";

interface Line {
  autoComplete?: string;
  type?: string;
  inputMode?: InputHTMLAttributes<HTMLInputElement>["inputMode"];
  spellCheck?: boolean;
  classes?: string;
  autoCapitalize?: string;
  prefix?: string;
  /** Left-to-right whatever the language, such as a number plate. */
  ltr?: boolean;
}

/** The view of a question with one line to type in. */
export function lineView<Q extends Question>(line: Line | ((question: Q) => Line)) {
  return function LineView({ question, name, fields, errors, words, isHeading }: ViewProps<Q>) {
    const { prefix, ltr, ...input } = typeof line === "function" ? line(question) : line;
    return (
      <Input
        name={name}
        label={labelOf(words, isHeading)}
        hint={hintOf(words)}
        errorMessage={errorOf(errors, name)}
        value={fields.get(name)}
        prefix={prefix ? { text: prefix } : undefined}
        attributes={ltr ? { dir: "ltr" } : undefined}
        {...input}
      />
    );
  };
}

/**
 * A kind of question whose value is one line of text.
 * @param check gives the value as it is kept, or the key of the error
 */
export function lineKind<T extends QuestionType>(
  line: Line | ((question: Extract<Question, { type: T }>) => Line),
  check: (
    typed: string,
    question: Extract<Question, { type: T }>,
  ) => { value: string } | { error: string; values?: Record<string, unknown> },
  toLines: (value: string) => string[] = (kept) => [kept],
): QuestionKind<T> {
  return {
    read: (question, name, fields, words): Reading => {
      const typed = inOneLine(fields.get(name));
      if (!typed) return readEmpty(question, name, words);
      const checked = check(typed, question as Extract<Question, { type: T }>);
      return "error" in checked ? fault(name, words.say(checked.error, checked.values)) : value(checked.value);
    },
    toFields: (kept, name) => [[name, toLines(String(kept)).join(" ")]],
    toLines: (kept) => toLines(String(kept)),
    View: lineView(line as Line | ((question: Question) => Line)) as QuestionKind<T>["View"],
  };
}

/** An empty answer: right where it may be left out, else the question's own sentence. */
export const readEmpty = (question: Question, name: string, words: Words): Reading =>
  question.required ? fault(name, words.say("required")) : value(null);
