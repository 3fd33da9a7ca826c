import { DateTime } from "luxon";
import {
  findResource,
  holdSlot,
  listSlots,
  type Resource,
  type SlotDay,
} from "../../../features/bookings/bookings.server";
import { calendarDate, zone } from "../../../platform/clock";
import { fieldOf } from "../../../platform/http/field";
import type { Texts } from "../../../platform/i18n/i18n.server";
import { addWorkingDays } from "../../../platform/working-days";
import { evaluate } from "../../../services/logic";
import type { QuestionOf, Rule } from "../../../services/service";
import { Radios } from "../../../ui/radios/radios";
import { SlotPicker } from "../../../ui/slot-picker/slot-picker";
import { hintOf, legendOf } from "../heading";
import { type Asking, errorOf, fault, type QuestionKind, type Reading, value } from "../question";
import { readEmpty } from "../single-line/single-line";

/** A held time as answers keep it: instants in ISO 8601. */
export interface Slot {
  slot: string;
  start: string;
  end: string;
  unit: "time" | "day";
}

interface Found {
  resource: Resource | undefined;
  days: SlotDay[];
  later: string | undefined;
  isFirst: boolean;
}

/** How many days are shown at once: a phone's screen or two. */
const daysShown = 6;

/** A day or a time to book. Choosing holds it, so that nobody else gets it while the person finishes. */
export const slot: QuestionKind<"slot"> = {
  read: async (question, name, fields, words, asking): Promise<Reading> => {
    const chosen = fields.get(name);
    const resource = await resourceOf(question.resource, asking);
    if (!chosen && resource?.unit === "day" && question.required) return fault(name, words.say("required-day"));
    if (!chosen || !asking.draftId || !asking.by) return readEmpty(question, name, words);
    const resourceId = resource?.id ?? "";
    const held = await holdSlot(asking.house, asking.by, { slotId: chosen, draftId: asking.draftId, resourceId });
    if (!held.ok) return fault(name, words.say(held.error === "unknown" ? "required" : held.error));
    const { start, end } = held.value;
    const first = firstDay(question, asking);
    if (first && calendarDate(start) < first)
      return fault(name, words.say("too-soon", { date: asking.text.day(first) }));
    return value({
      slot: chosen,
      start: start.toISOString(),
      end: end.toISOString(),
      unit: resource?.unit ?? "time",
    } satisfies Slot);
  },
  prepare: async (question, _name, _fields, asking): Promise<Found> => {
    const resource = await resourceOf(question.resource, asking);
    const from = fieldOf(asking.query, "from") || undefined;
    const first = firstDay(question, asking);
    const isDate = from !== undefined && DateTime.fromISO(from, { zone }).isValid;
    const all = resource
      ? await listSlots(asking.house, resource.id, {
          from: isDate && !(first && from < first) ? from : first,
          limit: daysShown + 1,
          draftId: asking.draftId,
        })
      : [];
    return { resource, days: all.slice(0, daysShown), later: all[daysShown]?.date, isFirst: !isDate };
  },
  toFields: (kept, name) => [[name, (kept as Slot).slot]],
  // An id, of a time that may be gone by now.
  typedLines: () => [],
  toLines: (kept, _question, words, text) => [whenOf(kept as Slot, words.say, text)],
  View: ({ name, fields, errors, words, isHeading, found, text }) => {
    const { resource, days, later, isFirst } = found as Found;
    const place = [resource?.place, resource?.address].filter(Boolean).join(", ");
    const left = (count: number) => (count <= 2 ? { text: words.say("places", { count }) } : undefined);
    const shared = {
      name,
      hint: hintOf(words) ?? (place ? { text: <bdi>{place}</bdi> } : undefined),
      errorMessage: errorOf(errors, name),
      value: fields.get(name),
    };
    if (days.length === 0)
      return (
        <>
          <h1 className="govuk-heading-l">{words.label}</h1>
          <p className="govuk-body">{words.say("none")}</p>
        </>
      );
    return (
      <>
        {resource?.unit === "day" ? (
          <Radios
            {...shared}
            fieldset={{ legend: legendOf(words, isHeading) }}
            items={days.flatMap((day) =>
              day.slots.map((one) => ({ value: one.id, text: text.day(day.date), hint: left(one.left) })),
            )}
          />
        ) : (
          <SlotPicker
            {...shared}
            legend={legendOf(words, isHeading)}
            days={days.map((day) => ({
              id: day.date,
              title: text.day(day.date),
              slots: day.slots.map((one) => ({
                value: one.id,
                text: text.time(one.start),
                hint: left(one.left)?.text,
              })),
            }))}
          />
        )}
        <p className="govuk-body">
          {!isFirst && (
            <a className="govuk-link" href="?">
              {words.say("earlier")}
            </a>
          )}{" "}
          {later && (
            <a className="govuk-link" href={`?from=${later}`}>
              {words.say("more")}
            </a>
          )}
        </p>
        <p className="govuk-hint">{words.say("held")}</p>
      </>
    );
  },
};

/** The first date that can be booked, where what was answered needs time to prepare, such as an interpreter. */
function firstDay(question: QuestionOf<"slot">, { house, answers }: Asking): string | undefined {
  const days = Number(evaluate(question.notice, answers));
  return days > 0 ? addWorkingDays(house.clock.now(), days) : undefined;
}

const resourceOf = (rule: Rule, { house, answers }: Asking) => findResource(house, String(evaluate(rule, answers)));

/** When a slot is, in words. */
export function whenOf(
  kept: Slot,
  say: (key: string, values?: Record<string, unknown>) => string,
  text: Texts,
): string {
  const start = new Date(kept.start);
  if (kept.unit === "day") return text.date(start);
  return say("day-time", { day: text.date(start), time: text.time(start) });
}
