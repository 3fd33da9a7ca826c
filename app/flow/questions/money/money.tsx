import { findDue } from "../../../features/payments/payments.server";
import { plainTyped } from "../../../platform/typed";
import type { QuestionKind } from "../question";
import { fault, value } from "../question";
import { lineView, readEmpty } from "../single-line/single-line";

const Line = lineView({
  inputMode: "decimal",
  spellCheck: false,
  ltr: true,
  prefix: "£",
  classes: "govuk-input--width-10",
});

/** What is owed on the bill that the amount is for; nothing is named without an amount. */
interface Owing {
  amount: string | undefined;
}

/** An amount in pounds, kept as whole pence. */
export const money: QuestionKind<"money"> = {
  read: (question, name, fields, words, { text }) => {
    const typed = plainTyped(fields.get(name));
    if (!typed) return readEmpty(question, name, words);
    const pence = readPence(typed);
    if (pence === undefined) return fault(name, words.say("not-money"));
    if (pence < question.minPence) return fault(name, words.say("too-little", { min: text.money(question.minPence) }));
    if (pence > question.maxPence) return fault(name, words.say("too-much", { max: text.money(question.maxPence) }));
    return value(pence);
  },
  toFields: (kept, name) => [[name, (Number(kept) / 100).toFixed(2).replace(/\.00$/, "")]],
  toLines: (kept, _question, _words, text) => [text.money(Number(kept))],
  prepare: async (question, _name, _fields, { house, answers, text }): Promise<Owing | undefined> => {
    const { id } = (question.bill ? (answers[question.bill] as { id?: string } | undefined) : undefined) ?? {};
    const pence = id ? await findDue(house, id) : undefined;
    return pence === undefined ? undefined : { amount: pence > 0 ? text.money(pence) : undefined };
  },
  View: ({ words, found, ...view }) => {
    const owing = found as Owing | undefined;
    const says = owing && words.say(owing.amount ? "owing" : "owing-nothing", { amount: owing.amount });
    return <Line {...view} found={found} words={{ ...words, hint: [says, words.hint].filter(Boolean).join(" ") }} />;
  },
};

/** Pence of "1,234.50", "£12" or "12,50"; undefined where it is no amount. Worked out in digits, not in fractions. */
export function readPence(typed: string): number | undefined {
  const plain = plainTyped(typed)
    .replace(/[£ ]/g, "")
    .replace(/,(?=\d{3}(\D|$))/g, "")
    .replace(",", ".");
  const match = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(plain);
  if (!match) return undefined;
  return Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
}
