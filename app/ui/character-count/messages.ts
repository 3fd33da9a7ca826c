import type { Locale } from "../locale/locale.tsx";
import { type Word, words } from "../locale/words.ts";

type Plural = Partial<Record<Intl.LDMLPluralRule, string>>;

export interface CountMessages {
  charactersUnderLimit?: Plural;
  charactersAtLimit?: string;
  charactersOverLimit?: Plural;
  wordsUnderLimit?: Plural;
  wordsAtLimit?: string;
  wordsOverLimit?: Plural;
}

const plurals = ["charactersUnderLimit", "charactersOverLimit", "wordsUnderLimit", "wordsOverLimit"] as const;
const singles = ["charactersAtLimit", "wordsAtLimit"] as const;
const toKebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const known = new Map<string, CountMessages>();

/** The script's messages as `data-i18n.` attributes. English needs none: the script speaks it. */
export function toI18nAttributes(given: CountMessages | undefined, locale: Locale): Record<string, string> {
  const messages = given ?? (locale.lng.startsWith("en") ? {} : translate(locale));
  const attributes: Record<string, string> = {};
  for (const name of singles) if (messages[name]) attributes[`data-i18n.${toKebab(name)}`] = messages[name];
  for (const name of plurals)
    for (const [rule, text] of Object.entries(messages[name] ?? {}))
      attributes[`data-i18n.${toKebab(name)}.${rule}`] = text;
  return attributes;
}

/** Every plural form that the language has, since the script counts without asking the server. Kept per language. */
function translate({ lng, t }: Locale): CountMessages {
  const found = known.get(lng);
  if (found) return found;
  const rules = new Intl.PluralRules(lng).resolvedOptions().pluralCategories;
  const say = (key: Word): string => t(`ui:words.${key}`, { defaultValue: words[key] });
  const messages: CountMessages = {};
  for (const name of singles) messages[name] = say(name);
  for (const name of plurals) {
    const other = say(`${name}_other`);
    const forms = rules.map((rule) => [rule, t(`ui:words.${name}_${rule}`, { defaultValue: other })]);
    messages[name] = Object.fromEntries(forms);
  }
  known.set(lng, messages);
  return messages;
}
