import { type Language, languages } from "../../../platform/i18n/languages";
import { foldedWords } from "../../../platform/typed";
import { otherMonthNames } from "./month-names";

const known = new Map<Language, Set<string>[]>();

/**
 * The month, 1 to 12, that somebody wrote in words: whole or cut after three letters or more, in the language of the
 * page or in English.
 * @returns undefined where it is no month, or might be two
 */
export function monthOf(typed: string, lng: Language): number | undefined {
  const word = plain(typed);
  for (const code of [lng, "en"] as const) {
    const whole = namesIn(code).findIndex((names) => names.has(word));
    if (whole !== -1) return whole + 1;
    if (word.length < 3) continue;
    const fitting = namesIn(code).flatMap((names, index) =>
      [...names].some((one) => one.startsWith(word)) ? [index + 1] : [],
    );
    if (fitting.length === 1) return fitting[0];
  }
  return undefined;
}

/** Each month's names: alone, beside a day (in Polish another form), and short. */
function namesIn(lng: Language): Set<string>[] {
  let names = known.get(lng);
  if (names) return names;
  const styles = [{ month: "long" }, { month: "long", day: "numeric" }, { month: "short" }] as const;
  const formats = styles.map((style) => new Intl.DateTimeFormat(languages[lng].intl, { ...style, timeZone: "UTC" }));
  names = Array.from({ length: 12 }, (_, month) => {
    const parts = formats.flatMap((format) => format.formatToParts(Date.UTC(2026, month, 15)));
    const own = parts.filter((part) => part.type === "month").map((part) => part.value);
    return new Set([...own, ...(otherMonthNames[lng]?.[month] ?? [])].map(plain));
  });
  known.set(lng, names);
  return names;
}

const plain = (text: string) => foldedWords(text).replace(/[^\p{L}]/gu, "");
