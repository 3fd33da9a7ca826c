import type { Texts } from "../../../platform/i18n/i18n.server";
import { isBlank } from "../../../platform/typed";
import { holds } from "../../../services/logic";
import type { QuestionOf } from "../../../services/service";
import { AddAnother } from "../../../ui/add-another/add-another";
import { Fields } from "../../fields";
import {
  type Asking,
  errorOf,
  type FieldError,
  type QuestionKind,
  type Reading,
  typedLinesOf,
  value,
} from "../question";
import { simpleKindOf } from "../simple-kinds";
import type { Words } from "../words";

type Item = Record<string, unknown>;
type Group = QuestionOf<"group">;

/** The same few questions again and again: "add another". Adding and removing keep all that was typed. */
export const group: QuestionKind<"group"> = {
  read: async (question, name, fields, words, asking): Promise<Reading> => {
    const count = readCount(question, name, fields);
    const wish = fields.get("do");
    if (wish === `add:${name}`) return again(fields, name, Math.min(count + 1, question.max));
    if (wish.startsWith(`remove:${name}:`)) {
      const removed = Number(wish.slice(`remove:${name}:`.length) || Number.NaN);
      const isThere = Number.isInteger(removed) && removed >= 0 && removed < count;
      return isThere ? again(removeItem(fields, name, count, removed), name, count - 1) : again(fields, name, count);
    }
    const filled = countFilled(question, name, fields, count);
    if (filled < question.min || (question.required && filled === 0 && question.min > 0)) {
      const first = question.questions[0]!;
      return {
        kind: "errors",
        errors: [{ field: `${name}-0-${first.id}`, text: words.say(words.has("required") ? "required" : "too-few") }],
      };
    }
    const items: Item[] = [];
    const errors: FieldError[] = [];
    for (let index = 0; index < filled; index++)
      await readItem(question, name, index, fields, words, asking, items, errors);
    return errors.length > 0 ? { kind: "errors", errors } : value(items);
  },
  parts: ({ questions, max }) => {
    const each = questions.flatMap(
      (one) =>
        simpleKindOf(one)
          .parts?.(one)
          .map((part) => `${one.id}-${part}`) ?? one.id,
    );
    return ["count", ...Array.from({ length: max }, (_, index) => each.map((part) => `${index}-${part}`)).flat()];
  },
  toFields: (kept, name, question) => {
    const items = kept as Item[];
    const pairs = items.flatMap((item, index) =>
      question.questions.flatMap((one) =>
        item[one.id] === undefined || item[one.id] === null
          ? []
          : simpleKindOf(one).toFields(item[one.id], `${name}-${index}-${one.id}`, one),
      ),
    );
    return [...pairs, [`${name}-count`, String(items.length)]];
  },
  toLines: (kept, question, words, text) => {
    const items = kept as Item[];
    if (items.length === 0) return [words.say("none")];
    return items.map((item) => lineOf(item, question, words, text));
  },
  typedLines: (question, name, fields, words) =>
    Array.from({ length: question.max }, (_, index) =>
      question.questions
        .map((one) => typedLinesOf(simpleKindOf(one), one, `${name}-${index}-${one.id}`, fields, words.inner(one)))
        .filter((lines) => lines.length > 0)
        .map((lines) => lines.join(", "))
        .join(" · "),
    ),
  prepare: async (question, name, fields) => Math.max(readCount(question, name, fields), question.min),
  View: ({ question, name, fields, errors, words, isHeading, found, text }) => {
    const count = found as number;
    const Heading = isHeading ? "h1" : "h2";
    return (
      <>
        <Heading className={isHeading ? "govuk-heading-l" : "govuk-heading-m"}>{words.label}</Heading>
        {words.hint && <p className="govuk-hint">{words.hint}</p>}
        <input type="hidden" name={`${name}-count`} value={count} />
        <AddAnother
          items={Array.from({ length: count }, (_, index) => ({
            id: `${name}-${index}`,
            title: words.say("item", { number: index + 1 }),
            remove:
              count > question.min
                ? { name: "do", value: `remove:${name}:${index}`, text: words.say("remove") }
                : undefined,
            children: question.questions.map((one) => {
              const { View } = simpleKindOf(one);
              return (
                <View
                  key={one.id}
                  question={one}
                  name={`${name}-${index}-${one.id}`}
                  fields={fields}
                  errors={errors}
                  words={words.inner(one)}
                  isHeading={false}
                  found={undefined}
                  text={text}
                />
              );
            }),
          }))}
          add={count < question.max ? { name: "do", value: `add:${name}`, text: words.say("add") } : undefined}
        />
        {count === 0 && errorOf(errors, `${name}-0-${question.questions[0]!.id}`) && (
          <p className="govuk-error-message">{errors[0]?.text}</p>
        )}
      </>
    );
  },
};

/** An item in one line: its first answer alone, the others with what they are. */
function lineOf(item: Item, question: Group, words: Words, text: Texts): string {
  const said = question.questions.filter((one) => item[one.id] !== undefined && item[one.id] !== null);
  const parts = said.map((one, index) => {
    const inner = words.inner(one);
    const lines = text.list(simpleKindOf(one).toLines(item[one.id], one, inner, text));
    return index === 0 ? lines : `${inner.short}: ${lines}`;
  });
  return parts.join(" · ");
}

const readCount = (question: Group, name: string, fields: Fields) =>
  Math.min(Math.max(Number.parseInt(fields.get(`${name}-count`), 10) || 0, 0), question.max);

const again = (fields: Fields, name: string, count: number): Reading => ({
  kind: "again",
  fields: fields.with([[`${name}-count`, String(Math.max(count, 0))]]),
});

/** An item at the end that nobody wrote in is not meant. */
function countFilled(question: Group, name: string, fields: Fields, count: number): number {
  let filled = count;
  const isEmpty = (index: number) => fields.only([`${name}-${index}`]).pairs.every(([, typed]) => isBlank(typed));
  while (filled > question.min && isEmpty(filled - 1)) filled--;
  return filled;
}

async function readItem(
  question: Group,
  name: string,
  index: number,
  fields: Fields,
  words: Words,
  asking: Asking,
  items: Item[],
  errors: FieldError[],
): Promise<void> {
  const item: Item = {};
  for (const one of question.questions) {
    if (!holds(one.when, item)) continue;
    const reading = await simpleKindOf(one).read(one, `${name}-${index}-${one.id}`, fields, words.inner(one), asking);
    if (reading.kind === "value") item[one.id] = reading.value;
    if (reading.kind === "errors") errors.push(...reading.errors);
  }
  items.push(item);
}

/** Takes out one item; those behind it move up. */
function removeItem(fields: Fields, name: string, count: number, removed: number): Fields {
  const pairs = fields.pairs.flatMap(([field, typed]): [string, string][] => {
    if (!field.startsWith(`${name}-`)) return [[field, typed]];
    const [, digits, part] = /^(\d+)-(.*)$/.exec(field.slice(name.length + 1)) ?? [];
    if (digits === undefined) return [[field, typed]];
    const index = Number(digits);
    if (index === removed || index >= count) return [];
    return [[index > removed ? `${name}-${index - 1}-${part}` : field, typed]];
  });
  return new Fields(pairs);
}
