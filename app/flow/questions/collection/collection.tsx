import { type Address, type Collection, findMissed, type MissedView } from "../../../features/places/places.server";
import type { QuestionOf } from "../../../services/service";
import type { Asking } from "../question";
import { fault, type QuestionKind, value } from "../question";
import { readEmpty } from "../single-line/single-line";
import { CollectionView } from "./collection-view";
import { idOf, itemText } from "./item-text";

/** What was missed, as answers keep it: bins and their days, or the option that says that it is none of them. */
export interface MissedAnswer {
  missed: Collection[];
  other?: string;
}

/** The collections of an address that its crew missed, from the council's calendar. */
export const collection: QuestionKind<"collection"> = {
  read: async (question, name, fields, words, asking) => {
    const chosen = fields.all(name).filter(Boolean);
    const other = question.options.find(({ id }) => chosen.includes(id))?.id;
    if (chosen.length === 0) return readEmpty(question, name, words);
    if (other && chosen.length > 1) return fault(name, words.say("both"));
    if (other) return value({ missed: [], other } satisfies MissedAnswer);
    const { open } = await findOpen(question, asking);
    const missed = open.filter((one) => chosen.includes(idOf(one)));
    if (missed.length < chosen.length) return fault(name, words.say("gone"));
    return value({ missed } satisfies MissedAnswer);
  },
  prepare: (question, _name, _fields, asking) => findOpen(question, asking),
  toFields: (kept, name) => {
    const { missed, other } = kept as MissedAnswer;
    return [...missed.map(idOf), ...(other ? [other] : [])].map((id) => [name, id]);
  },
  typedLines: ({ options }, name, fields, words) =>
    options.filter(({ id }) => fields.all(name).includes(id)).map(({ id }) => words.option(id).label),
  toLines: (kept, _question, words, text) => {
    const { missed, other } = kept as MissedAnswer;
    return [...missed.map((one) => itemText(one, words, text)), ...(other ? [words.option(other).label] : [])];
  },
  View: CollectionView,
};

async function findOpen(question: QuestionOf<"collection">, { house, answers }: Asking): Promise<MissedView> {
  const { id } = (answers[question.of] ?? {}) as Partial<Address>;
  if (!id) return { open: [], today: [], late: [], next: undefined };
  const { until } = house.config.council.collections;
  return findMissed(house.db, id, house.clock.now(), { until, workingDays: question.withinWorkingDays });
}
