import { DateTime } from "luxon";
import { plainTyped } from "../../../platform/typed";
import { workingDaysAfter, workingDaysBefore } from "../../../platform/working-days";
import type { QuestionOf } from "../../../services/service";
import { DateInput } from "../../../ui/date-input/date-input";
import { legendOf } from "../heading";
import { errorOf, fault, type QuestionKind, type Reading, value } from "../question";
import { readEmpty } from "../single-line/single-line";
import { monthOf } from "./month";

const parts = ["day", "month", "year"] as const;

/** A calendar date, kept as `YYYY-MM-DD`. */
export const date: QuestionKind<"date"> = {
  read: (question, name, fields, words, { text, today }): Reading => {
    const typed = parts.map((part) => plainTyped(fields.get(`${name}-${part}`)));
    if (typed.every((part) => part === "")) return withField(readEmpty(question, name, words), `${name}-day`);
    const missing = typed.indexOf("");
    if (missing !== -1) return fault(`${name}-${parts[missing]}`, words.say("incomplete"));
    const [day, number, year] = [withoutEnding(typed[0]!), typed[1]!.replace(/\.$/, ""), typed[2]!].map(readNumber) as [
      number,
      number,
      number,
    ];
    const month = Number.isNaN(number) ? (monthOf(typed[1]!, text.lng) ?? number) : number;
    if (!(month >= 1 && month <= 12)) return fault(`${name}-month`, words.say("month"));
    if (!(year >= 1000)) return fault(`${name}-year`, words.say("year"));
    const read = Number.isNaN(day) ? undefined : DateTime.fromObject({ day, month, year });
    if (!read?.isValid) return fault(`${name}-day`, words.say("unreal"));
    const kept = read.toISODate();
    const min = question.min && resolveDate(question.min, today);
    const max = question.max && resolveDate(question.max, today);
    if (min && kept < min) return fault(`${name}-day`, words.say("too-early", { date: text.date(min) }));
    if (max && kept > max) return fault(`${name}-day`, words.say("too-late", { date: text.date(max) }));
    return value(kept);
  },
  parts: () => [...parts],
  toFields: (kept, name) => {
    const [year = "", month = "", day = ""] = String(kept).split("-");
    return [
      [`${name}-day`, String(Number(day))],
      [`${name}-month`, String(Number(month))],
      [`${name}-year`, year],
    ];
  },
  toLines: (kept, _question, _words, text) => [text.date(String(kept))],
  typedLines: (_question, name, fields) => [parts.map((part) => fields.get(`${name}-${part}`)).join(" ")],
  View: ({ name, fields, errors, words, isHeading }) => {
    const [day, month, year] = parts.map((part) => errorOf(errors, `${name}-${part}`));
    // What is wrong with a month or a year marks its box alone.
    const marked = (error: unknown) => (day ? {} : { error: Boolean(error) });
    const values = Object.fromEntries(parts.map((part) => [`${name}-${part}`, fields.get(`${name}-${part}`)]));
    return (
      <DateInput
        id={name}
        namePrefix={name}
        fieldset={{ legend: legendOf(words, isHeading) }}
        hint={{ text: [words.hint, words.say("example")].filter(Boolean).join(" ") }}
        errorMessage={day ?? month ?? year}
        day={marked(day)}
        month={marked(month)}
        year={marked(year)}
        values={values}
      />
    );
  },
};

const withField = (reading: Reading, field: string): Reading =>
  reading.kind === "errors"
    ? { kind: "errors", errors: reading.errors.map((error) => ({ ...error, field })) }
    : reading;

/** A day as it is said, `24th` or `24.`, in English, Welsh or Polish. */
const withoutEnding = (typed: string): string =>
  typed.replace(/(?<=\d) ?(st|nd|rd|th|af|il|ydd|fed|eg|ain|go|-?ego|o|\.|º|°)$/i, "");

/** A whole number; NaN for all else, such as a month's name. */
const readNumber = (typed: string): number => {
  return /^\d{1,4}$/.test(typed) ? Number(typed) : Number.NaN;
};

/**
 * The calendar date of a limit.
 * @param limit a date, `today`, or a distance such as `-18y`
 */
export function resolveDate(limit: NonNullable<QuestionOf<"date">["min"]>, today: string): string {
  const distance = /^([+-])(\d+)([dwmy]|wd)$/.exec(limit);
  if (!distance) return limit === "today" ? today : limit;
  const [, sign, count, by] = distance;
  if (by === "wd")
    return sign === "-" ? workingDaysBefore(today, Number(count)) : workingDaysAfter(today, Number(count));
  const unit = { d: "days", w: "weeks", m: "months", y: "years" }[by!]!;
  return DateTime.fromISO(today)
    .plus({ [unit]: Number(`${sign}${count}`) })
    .toISODate()!;
}
