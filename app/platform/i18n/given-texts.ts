import type { Facts } from "./facts";
import { fillIn } from "./fill-in";
import type { Texts } from "./i18n.server";
import { type Language, localPath, pathFor } from "./languages";

/** The texts that a page takes along into the browser, where it goes on: by key, with their blanks as they stand. */
export interface GivenTexts {
  lng: Language;
  dir: "ltr" | "rtl";
  /** Whom the page's links stay with. */
  organisation: string | undefined;
  facts: Facts;
  texts: Record<string, string>;
}

type Values = Record<string, unknown> | undefined;

/** The reader's texts, which write into `noted` which of them a page shows. */
export const noteTexts = (text: Texts, noted: Record<string, string>): Texts => ({
  ...text,
  t: (key, values) => {
    noted[keysOf(text.lng, key, values)[0]!] = text.template(key, values);
    return text.t(key, values);
  },
});

/** Says in the browser what the server said of the same page. */
export function readGiven({ lng, dir, organisation, facts, texts }: GivenTexts) {
  const t = (key: string, values?: Values) => {
    const known = keysOf(lng, key, values).find((one) => one in texts);
    return fillIn(known ? texts[known]! : String(values?.["defaultValue"] ?? key), values, facts);
  };
  return { lng, dir, t, link: (path: string) => localPath(lng, pathFor(organisation, path)) };
}

/** Where a text may stand, with the form for its number first. */
function keysOf(lng: Language, key: string, values: Values): string[] {
  const count = values?.["count"];
  if (typeof count !== "number") return [key];
  const forms = [...(count === 0 ? ["zero"] : []), new Intl.PluralRules(lng).select(count)];
  return [...forms.map((form) => `${key}_${form}`), key];
}
