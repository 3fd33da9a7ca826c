import { describe, expect, it } from "vitest";
import { readLocales } from "./i18n.server";
import { type Language, languageCodes, languages } from "./languages";

const locales = readLocales();
const namespaces = Object.keys(locales.en);
const others = languageCodes.filter((lng) => lng !== "en");

type Text = string | string[];

/** Every text of a file by its path; a list is one text. */
function textsIn(value: unknown, path = ""): [string, Text][] {
  if (typeof value === "string") return [[path, value]];
  if (Array.isArray(value)) return [[path, value.map((one) => (typeof one === "string" ? one : JSON.stringify(one)))]];
  if (typeof value !== "object" || value === null) return [[path, String(value)]];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, path ? `${path}.${key}` : key));
}

const forms = /_(zero|one|two|few|many|other)$/;
const categories = (lng: Language) => new Intl.PluralRules(languages[lng].intl).resolvedOptions().pluralCategories;

/** Texts by key; those with plural forms under one key, by form. */
function readFile(lng: Language, namespace: string) {
  const plain = new Map<string, Text>();
  const plural = new Map<string, Map<string, Text>>();
  for (const [path, text] of textsIn(locales[lng][namespace] ?? {})) {
    const form = forms.exec(path)?.[1];
    if (!form) plain.set(path, text);
    else {
      const key = path.replace(forms, "");
      plural.set(key, (plural.get(key) ?? new Map<string, Text>()).set(form, text));
    }
  }
  return { plain, plural };
}

const placeholders = (text: Text) =>
  [
    ...new Set(
      [text].flat().flatMap((one) => [...one.matchAll(/\{\{\s*([\w-]+)[^}]*\}\}/g)].map((match) => match[1]!)),
    ),
  ].sort();

it.each(languageCodes)("%s has the same files as English", (lng) => {
  expect(Object.keys(locales[lng]).sort()).toEqual([...namespaces].sort());
});

describe.each(namespaces)("%s", (namespace) => {
  const english = readFile("en", namespace);

  it("in English has a form for each way of counting, and no empty text", () => {
    for (const [key, found] of english.plural) {
      const missing = categories("en").filter((form) => !found.has(form));
      const extra = [...found.keys()].filter(
        (form) => form !== "zero" && !categories("en").includes(form as Intl.LDMLPluralRule),
      );
      expect({ key, missing, extra }).toEqual({ key, missing: [], extra: [] });
    }
    expect(emptyIn(english)).toEqual([]);
  });

  it.each(others)("in %s says all that English says, and nothing else", (lng) => {
    const own = readFile(lng, namespace);
    const missing = [...english.plain.keys()].filter((key) => !own.plain.has(key));
    const extra = [...own.plain.keys()].filter((key) => !english.plain.has(key));
    const uncounted = [...english.plural].flatMap(([key, found]) => {
      const wanted = [...categories(lng), ...(found.has("zero") ? ["zero"] : [])];
      return wanted.filter((form) => !own.plural.get(key)?.has(form)).map((form) => `${key}_${form}`);
    });
    const miscounted = [...own.plural].flatMap(([key, found]) =>
      [...found.keys()]
        .filter(
          (form) =>
            !english.plural.has(key) || (form !== "zero" && !categories(lng).includes(form as Intl.LDMLPluralRule)),
        )
        .map((form) => `${key}_${form}`),
    );
    expect({ missing, extra, uncounted, miscounted, empty: emptyIn(own) }).toEqual({
      missing: [],
      extra: [],
      uncounted: [],
      miscounted: [],
      empty: [],
    });
  });

  it.each(others)("in %s has the same values and as many items", (lng) => {
    const own = readFile(lng, namespace);
    const wrong: string[] = [];
    for (const [key, text] of english.plain) {
      const other = own.plain.get(key);
      if (other === undefined) continue;
      if (String(placeholders(text)) !== String(placeholders(other)))
        wrong.push(`${key}: {{${placeholders(text)}}} against {{${placeholders(other)}}}`);
      if (Array.isArray(text) !== Array.isArray(other) || (Array.isArray(text) && text.length !== other.length))
        wrong.push(`${key}: another number of items`);
    }
    for (const [key, found] of english.plural) {
      const wanted = [...new Set([...found.values()].flatMap(placeholders))].sort();
      for (const [form, text] of own.plural.get(key) ?? []) {
        // Where a form stands for one number alone, words may say it.
        const mayBeSaid = ["zero", "one", "two"].includes(form);
        const missing = wanted.filter((name) => !placeholders(text).includes(name) && !(name === "count" && mayBeSaid));
        const extra = placeholders(text).filter((name) => !wanted.includes(name));
        if (missing.length + extra.length > 0) wrong.push(`${key}_${form}: missing {{${missing}}}, extra {{${extra}}}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

function emptyIn({ plain, plural }: ReturnType<typeof readFile>): string[] {
  const all = [
    ...plain,
    ...[...plural].flatMap(([key, found]) => [...found].map(([form, text]) => [`${key}_${form}`, text] as const)),
  ];
  return all.flatMap(([key, text]) => ([text].flat().some((one) => one.trim() === "") || text === "" ? [key] : []));
}
