import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import i18next, { type i18n } from "i18next";
import { LRUCache } from "lru-cache";
import { type Council, councilOf } from "../council";
import { type Example, type Facts, factsFor, namesNobody } from "./facts";
import { fillIn } from "./fill-in";
import { type Formats, formatsFor } from "./formats";
import { type Language, languageCodes, languages, localPath, pathFor } from "./languages";

/** The texts and formats of one language. Made once for each language; nothing is made per request. */
export interface Texts extends Formats {
  lng: Language;
  dir: "ltr" | "rtl";
  /** What is true of this council alone: it stands wherever a text names it and nothing else was given for the name. */
  facts: Facts;
  /** The text of a key such as `ui:save` or `services/report-pothole:title`. */
  t: (key: string, values?: Record<string, unknown>) => string;
  /** The first of the keys that has a text; the last one where none has. */
  first: (keys: string[], values?: Record<string, unknown>) => string;
  has: (key: string) => boolean;
  /** The paragraphs or items under a key, but those that name a body that is not there; none where there is no such key. */
  items: (key: string, values?: Record<string, unknown>) => string[];
  /** The text of a key, with its `{{name}}` blanks as they stand. */
  template: (key: string, values?: Record<string, unknown>) => string;
  /** The same of the paragraphs or items under a key. */
  templates: (key: string, values?: Record<string, unknown>) => string[];
  /** All texts of some namespaces by their keys, with their blanks as they stand. */
  bundle: (namespaces: string[]) => Record<string, string>;
  link: (path: string) => string;
  /** The same texts, whose links stay with an organisation that is acted for. */
  actingFor: (organisation: string) => Texts;
}

/** Reads `locales/<lng>/**.json` from the disk. A file's path below its language is its namespace. */
export function readLocales(root = resolve("locales")): Record<Language, Record<string, object>> {
  return Object.fromEntries(
    languageCodes.map((lng) => {
      const folder = join(root, lng);
      const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".json"));
      const entries = files.map((name) => [
        name.slice(0, -5).replaceAll("\\", "/"),
        JSON.parse(readFileSync(join(folder, name), "utf8")) as object,
      ]);
      return [lng, Object.fromEntries(entries)];
    }),
  ) as Record<Language, Record<string, object>>;
}

/** Makes the texts of every language for a council. A missing text falls back to English. */
export function createTexts(
  { council = councilOf({}), example }: { council?: Council; example?: Example | undefined } = {},
  locales = readLocales(),
): (lng: Language) => Texts {
  const made = new Map(
    languageCodes.map((lng) => {
      const facts: Facts = {};
      const texts = textsFor(lng, instanceFor(lng, locales), facts);
      Object.assign(facts, factsFor(texts, council, example));
      return [lng, texts];
    }),
  );
  return (lng) => made.get(lng)!;
}

function instanceFor(lng: Language, resources: Record<Language, Record<string, object>>): i18n {
  const instance = i18next.createInstance();
  void instance.init({
    lng,
    fallbackLng: "en",
    ns: Object.keys(resources.en),
    defaultNS: "ui",
    resources: resources as never,
    initAsync: false,
    interpolation: { escapeValue: false, skipOnVariables: true },
    returnObjects: false,
  });
  return instance;
}

function textsFor(lng: Language, instance: i18n, facts: Facts): Texts {
  const find = instance.getFixedT(lng) as unknown as (key: string, options?: object) => unknown;
  const plurals = new Intl.PluralRules(lng);
  const kept = new Map<string, unknown>();
  /** What stands under a key, not filled in yet: i18next is asked once for each key and plural form. */
  const raw = (key: string, values: Record<string, unknown> | undefined, returnObjects = false): unknown => {
    const count = values?.["count"];
    const form = typeof count !== "number" ? "" : count === 0 ? "none" : plurals.select(count);
    const id = `${key} ${form} ${returnObjects}`;
    let text = kept.get(id);
    if (text === undefined) {
      text = find(key, { count, defaultValue: values?.["defaultValue"], skipInterpolation: true, returnObjects });
      kept.set(id, text);
    }
    return text;
  };
  const fill = (text: string, values: Record<string, unknown> | undefined) => fillIn(text, values, facts);
  const template: Texts["template"] = (key, values) => String(raw(key, values));
  const t: Texts["t"] = (key, values) => fill(template(key, values), values);
  const known = new Map<string, boolean>();
  const has = (key: string) => {
    let answer = known.get(key);
    if (answer === undefined) {
      answer = instance.exists(key);
      known.set(key, answer);
    }
    return answer;
  };
  const templates: Texts["templates"] = (key, values) => {
    if (!has(key)) return [];
    return [raw(key, values, true)].flat().map(String);
  };
  const items: Texts["items"] = (key, values) =>
    templates(key, values)
      .filter((text) => !namesNobody(text, facts, values))
      .map((text) => fill(text, values));
  const acting = new LRUCache<string, Texts>({ max: 1000 });
  const texts: Texts = {
    ...formatsFor(lng),
    lng,
    dir: languages[lng].dir,
    facts,
    t,
    has,
    items,
    template,
    templates,
    bundle: (namespaces) =>
      Object.assign(
        {},
        ...namespaces.flatMap((ns) =>
          ["en", lng].map((code) => flatten(instance.getResourceBundle(code, ns) as object, `${ns}:`)),
        ),
      ),
    first: (keys, values) => t(keys.find(has) ?? keys.at(-1) ?? "", values),
    link: (path) => localPath(lng, path),
    actingFor: (organisation) => {
      const known = acting.get(organisation);
      if (known) return known;
      const made: Texts = { ...texts, link: (path) => localPath(lng, pathFor(organisation, path)) };
      acting.set(organisation, made);
      return made;
    },
  };
  return texts;
}

/** Texts by their whole keys. */
function flatten(texts: object, before: string): Record<string, string> {
  const entries = Object.entries(texts).map(([key, text]) =>
    typeof text === "object" ? flatten(text as object, `${before}${key}.`) : { [before + key]: String(text) },
  );
  return Object.assign({}, ...entries);
}
