import { findStreet, findStreets, type StreetSearch, type StreetView } from "../../../features/places/places.server";
import { plainText } from "../../../platform/typed";
import { CharacterCount } from "../../../ui/character-count/character-count";
import { Fieldset } from "../../../ui/fieldset/fieldset";
import { Hint } from "../../../ui/hint/hint";
import { Input } from "../../../ui/input/input";
import { Radios } from "../../../ui/radios/radios";
import type { Fields } from "../../fields";
import { hintOf, legendOf } from "../heading";
import { type Asking, errorOf, type FieldError, type QuestionKind, type Reading, value } from "../question";
import { readEmpty } from "../single-line/single-line";
import type { Words } from "../words";

/** A place in the open: the street where somebody knows it, and always words. */
export interface Location {
  description: string;
  street?: string;
  streetId?: string;
  lat?: number;
  lon?: number;
  ward?: { code: string; name: string };
}

type Found = Pick<StreetSearch, "streets" | "count">;
const maxLength = 500;

/** Where something is: a postcode or street to find it by, and words that say where exactly. */
export const location: QuestionKind<"location"> = {
  read: async (question, name, fields, words, asking): Promise<Reading> => {
    const place = plainText(fields.get(`${name}-place`));
    const description = plainText(fields.get(`${name}-description`));
    if (!place && !description) return readEmpty(question, `${name}-place`, words);
    const errors: FieldError[] = [];
    if (description.length > maxLength)
      errors.push({ field: `${name}-description`, text: words.say("too-long", { max: maxLength }) });
    const street: StreetReading = place ? await readStreet(name, place, fields, words, asking) : { street: undefined };
    if ("again" in street && errors.length === 0) return { kind: "again", fields: street.again };
    if ("error" in street) errors.push(street.error);
    if (!description) errors.push({ field: `${name}-description`, text: words.say("describe") });
    if (errors.length > 0) return { kind: "errors", errors };
    return value({
      description,
      ...("street" in street && street.street ? toPlace(street.street) : {}),
    } satisfies Location);
  },
  parts: () => ["place", "searched", "street", "description"],
  prepare: async (_question, name, fields, { house }): Promise<Found> => {
    const searched = fields.get(`${name}-searched`);
    // What was found for other words does not stand below the new ones.
    if (!searched || searched !== plainText(fields.get(`${name}-place`))) return { streets: [], count: 0 };
    const { streets, count } = await findStreets(house.db, searched);
    return { streets, count };
  },
  toFields: (kept, name) => {
    const { description, street, streetId } = kept as Location;
    const pairs: [string, string][] = [[`${name}-description`, description]];
    if (street && streetId)
      pairs.push([`${name}-place`, street], [`${name}-searched`, street], [`${name}-street`, streetId]);
    return pairs;
  },
  typedLines: (_question, name, fields) => [fields.get(`${name}-place`), fields.get(`${name}-description`)],
  toLines: (kept, _question, words) => {
    const { description, street } = kept as Location;
    return [...(street ? [words.say("number", { street })] : []), ...description.split("\n")];
  },
  View: ({ name, fields, errors, words, isHeading, found }) => {
    const { streets, count } = found as Found;
    const hint = hintOf(words);
    return (
      <Fieldset legend={legendOf(words, isHeading)} describedBy={hint ? `${name}-hint` : undefined}>
        {hint && <Hint id={`${name}-hint`}>{hint.text}</Hint>}
        <Input
          name={`${name}-place`}
          label={{ text: words.say("place") }}
          hint={{ text: words.say("place-hint") }}
          errorMessage={errorOf(errors, `${name}-place`)}
          value={fields.get(`${name}-place`)}
          classes="govuk-!-width-two-thirds"
          spellCheck={false}
        />
        {streets.length > 0 && (
          <>
            <input type="hidden" name={`${name}-searched`} value={fields.get(`${name}-searched`)} />
            <Radios
              name={`${name}-street`}
              fieldset={{ legend: { text: words.say("pick") } }}
              hint={streets.length < count ? { text: words.say("cut", { shown: streets.length, count }) } : undefined}
              errorMessage={errorOf(errors, `${name}-street`)}
              value={fields.get(`${name}-street`)}
              items={[
                ...streets.map((street) => ({ value: street.id, text: nameOf(street) })),
                { value: "other", text: words.say("other-street") },
              ]}
            />
          </>
        )}
        <CharacterCount
          name={`${name}-description`}
          label={{ text: words.say("description") }}
          hint={{ text: words.say("description-hint") }}
          errorMessage={errorOf(errors, `${name}-description`)}
          value={fields.get(`${name}-description`)}
          maxlength={maxLength}
          rows={3}
        />
      </Fieldset>
    );
  },
};

type StreetReading = { street: StreetView | undefined } | { again: Fields } | { error: FieldError };

async function readStreet(
  name: string,
  place: string,
  fields: Fields,
  words: Words,
  asking: Asking,
): Promise<StreetReading> {
  const chosen = fields.get(`${name}-street`);
  if (fields.get(`${name}-searched`) === place) {
    if (chosen === "other") return { street: undefined };
    const street = chosen ? await findStreet(asking.house.db, chosen) : undefined;
    return street ? { street } : { error: { field: `${name}-street`, text: words.say("choose") } };
  }
  const { streets, sure } = await findStreets(asking.house.db, place);
  if (streets.length === 0) {
    return { error: { field: `${name}-place`, text: words.say("no-street") } };
  }
  if (sure) return { street: streets[0] };
  return {
    again: fields.with([
      [`${name}-searched`, place],
      [`${name}-street`, ""],
    ]),
  };
}

const nameOf = (street: StreetView) => [street.name, street.locality].filter(Boolean).join(", ");

const toPlace = (street: StreetView) => ({
  streetId: street.id,
  street: nameOf(street),
  lat: street.lat,
  lon: street.lon,
  ward: street.ward,
});
