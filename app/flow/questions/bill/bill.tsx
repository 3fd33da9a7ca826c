import { type BillView, findBill } from "../../../features/payments/payments.server";
import type { Guess } from "../../../platform/guess.server";
import { lettersAndDigits } from "../../../platform/typed";
import type { QuestionOf } from "../../../services/service";
import { fault, type QuestionKind, value } from "../question";
import { lineView, readEmpty } from "../single-line/single-line";

/** What somebody owes, as answers keep it while they go on. */
export interface Bill {
  id: string;
  reference: string;
  duePence: number;
  description: string;
  /** The vehicle or postcode that it was found with. */
  with?: string;
}

/** Registers of standing accounts: they take a payment at any time, and their number alone tells nobody what is owed. */
const accounts: QuestionOf<"bill">["register"][] = ["council-tax", "business-rates"];

/** The reference of a bill, looked up in the council's own register. A wrong one and a stranger's look the same. */
export const bill: QuestionKind<"bill"> = {
  read: async (question, name, fields, words, { house, text, answers, guess }) => {
    const typed = lettersAndDigits(fields.get(name));
    if (!typed) return readEmpty(question, name, words);
    const match = question.with ? String(answers[question.with] ?? "") : undefined;
    const kept = answers[question.id] as Bill | undefined;
    const look = () => findBill(house, question.register, typed, match);
    const record = `${question.register} ${typed}`;
    // What this draft has found already is no guess: whoever guesses beside it keeps nobody from going on.
    const isKept = kept && lettersAndDigits(kept.reference) === typed && kept.with === match;
    const known = isKept ? await look() : undefined;
    const tried: Guess<BillView> = known
      ? { kind: "right", value: known }
      : await guess({ kind: "bill", record }, look);
    if (tried.kind === "wait") return fault(name, text.t(tried.message.key, tried.message.values));
    if (tried.kind === "wrong") return fault(name, words.say("not-found"));
    const found = tried.value;
    if (found.duePence <= 0 && !accounts.includes(question.register)) return fault(name, words.say("paid"));
    const { id, reference, duePence, description } = found;
    return value({ id, reference, duePence, description, ...(match !== undefined && { with: match }) } satisfies Bill);
  },
  toFields: (kept, name) => [[name, (kept as Bill).reference]],
  toLines: (kept, question, words, text) => {
    const { reference, duePence } = kept as Bill;
    // What an account owes is shown to nobody who only knows its number.
    if (accounts.includes(question.register)) return [reference];
    return [words.say("due", { reference, amount: text.money(duePence) })];
  },
  View: lineView({
    spellCheck: false,
    autoComplete: "off",
    autoCapitalize: "characters",
    ltr: true,
    classes: "govuk-input--width-20",
  }),
};
