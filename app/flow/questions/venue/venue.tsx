import { listVenues, type Venue } from "../../../features/bookings/bookings.server";
import { evaluate } from "../../../services/logic";
import type { QuestionOf } from "../../../services/service";
import { Radios } from "../../../ui/radios/radios";
import { hintOf, legendOf } from "../heading";
import { type Asking, errorOf, fault, type QuestionKind, value } from "../question";
import { optionItems } from "../radios/radios";
import { readEmpty } from "../single-line/single-line";

/** A venue as answers keep it: with its own name, for the council may close it. */
export interface ChosenVenue {
  id: string;
  name?: string;
}

/** One of the places where the council sees people, as its list of what can be booked has them. */
export const venue: QuestionKind<"venue"> = {
  read: async (question, name, fields, words, asking) => {
    const chosen = fields.get(name);
    if (!chosen) return readEmpty(question, name, words);
    if (question.options.some(({ id }) => id === chosen)) return value({ id: chosen } satisfies ChosenVenue);
    const found = (await venuesOf(question, asking)).find(({ id }) => id === chosen);
    if (!found) return fault(name, words.say("required"));
    return value({ id: found.id, name: found.name } satisfies ChosenVenue);
  },
  prepare: (question, _name, _fields, asking) => venuesOf(question, asking),
  toFields: (kept, name) => [[name, (kept as ChosenVenue).id]],
  // The council's own places are ids here, known by name to the database alone.
  typedLines: ({ options }, name, fields, words) =>
    options.filter(({ id }) => id === fields.get(name)).map(({ id }) => words.option(id).label),
  toLines: (kept, _question, words) => {
    const { id, name } = kept as ChosenVenue;
    return [name ?? words.option(id).label];
  },
  View: ({ question, name, fields, errors, words, isHeading, found, text }) => (
    <Radios
      name={name}
      fieldset={{ legend: legendOf(words, isHeading) }}
      hint={hintOf(words)}
      errorMessage={errorOf(errors, name)}
      value={fields.get(name)}
      items={[
        ...(found as Venue[]).map(({ id, name: own, address }) => ({
          value: id,
          text: <bdi>{own}</bdi>,
          hint: address ? { text: <bdi>{address}</bdi> } : undefined,
        })),
        ...optionItems(question.options, words, text),
      ]}
    />
  ),
};

const venuesOf = ({ of, topic }: QuestionOf<"venue">, { house, answers }: Asking) =>
  listVenues(house, of, topic === undefined ? undefined : String(evaluate(topic, answers)));
