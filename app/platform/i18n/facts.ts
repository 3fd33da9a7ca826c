import { blankOf, bodyIds } from "../bodies";
import type { Council } from "../council";
import { exampleReference } from "../ids";
import type { Formats } from "./formats";
import { isolate } from "./isolate";
import type { Language } from "./languages";
import { unbroken } from "./unbroken";

/** A postcode and a street that people of this council know, for hints. */
export interface Example {
  postcode: string;
  street: string;
}

/** Facts by the name that texts call them by. */
export type Facts = Record<string, string | undefined>;

/** Where nothing is known of the council's streets: what most towns have. */
const anywhere: Example = { postcode: "SW1A 1AA", street: "High Street" };

/** Of the texts of a language, those that know no council yet. */
interface Wording extends Formats {
  lng: Language;
  dir: "ltr" | "rtl";
  t: (key: string, values?: Record<string, unknown>) => string;
}

/** What texts may say of a council, in the words of one language. */
export function factsFor(text: Wording, council: Council, example = anywhere): Facts {
  const { days, from, until } = council.hours;
  const hours = text.t(`ui:hours.${days}`, { from: text.hour(from), until: text.hour(until) });
  const { collections } = council;
  // In a sentence from right to left each stays in its own order.
  const own = (fact: string) => (text.dir === "rtl" ? isolate(fact) : fact);
  return {
    council: council.name,
    phone: own(council.phone),
    hours,
    /** Where it begins a line. */
    Hours: hours.charAt(0).toLocaleUpperCase(text.lng) + hours.slice(1),
    postalAddress: own(council.address),
    collectionsFrom: text.hour(collections.from),
    collectionsUntil: text.hour(collections.until),
    signatory: council.signatory,
    exampleReference: own(unbroken(exampleReference)),
    examplePostcode: own(example.postcode),
    exampleStreet: own(example.street),
    ...Object.fromEntries(bodyIds.map((id) => [blankOf(id), council.bodies[id] && own(council.bodies[id].name)])),
  };
}

/** Whether a text names a body that this council's area does not have. */
export const namesNobody = (text: string, facts: Facts, values: Record<string, unknown> = {}): boolean =>
  text.includes("{{") &&
  bodyIds.some((id) => {
    const blank = blankOf(id);
    return text.includes(`{{${blank}}}`) && !facts[blank] && !values[blank];
  });
