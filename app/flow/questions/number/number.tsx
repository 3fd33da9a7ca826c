import { plainTyped } from "../../../platform/typed";
import type { QuestionKind } from "../question";
import { fault, value } from "../question";
import { lineView, readEmpty } from "../single-line/single-line";

/** A number, whole unless the question says otherwise. */
export const number: QuestionKind<"number"> = {
  read: (question, name, fields, words) => {
    const typed = plainTyped(fields.get(name));
    if (!typed) return readEmpty(question, name, words);
    const plain = typed.replace(/[\s,](?=\d{3}\b)/g, "");
    if (!/^-?\d{1,12}([.,]\d+)?$/.test(plain)) return fault(name, words.say("not-a-number"));
    const amount = Number(plain.replace(",", "."));
    if (question.whole && !Number.isInteger(amount)) return fault(name, words.say("whole"));
    if (amount < question.min) return fault(name, words.say("too-small", { min: question.min }));
    if (amount > question.max) return fault(name, words.say("too-big", { max: question.max }));
    return value(amount);
  },
  toFields: (kept, name) => [[name, String(kept)]],
  toLines: (kept, _question, _words, text) => [text.number(Number(kept))],
  View: lineView((question) => ({
    inputMode: question.type === "number" && !question.whole ? "decimal" : "numeric",
    spellCheck: false,
    ltr: true,
    classes: "govuk-input--width-5",
  })),
};
