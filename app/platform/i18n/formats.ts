import { LRUCache } from "lru-cache";
import { DateTime } from "luxon";
import { zone } from "../clock";
import { isolate } from "./isolate";
import { type Language, languages } from "./languages";

/** How dates, times and money are written in a language. Formatters are costly to make and are kept. */
export interface Formats {
  /** A calendar date or an instant: "Thursday 14 May 2026". */
  date: (value: string | Date) => string;
  /** A calendar date without its year: "Thursday 14 May". */
  day: (value: string | Date) => string;
  /** "2:30pm" */
  time: (value: string | Date) => string;
  /** A time of day such as `17:00`: "5pm". */
  hour: (clock: string) => string;
  /** Pence: "£42.50", and "£65" for whole pounds. */
  money: (pence: number) => string;
  number: (value: number) => string;
  list: (items: string[]) => string;
}

const made = new Map<Language, Formats>();

export function formatsFor(lng: Language): Formats {
  let formats = made.get(lng);
  if (!formats) {
    formats = makeFormats(lng);
    made.set(lng, formats);
  }
  return formats;
}

function makeFormats(lng: Language): Formats {
  const { intl } = languages[lng];
  const isBritish = lng === "en" || lng === "cy";
  const long = new Intl.DateTimeFormat(intl, {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: zone,
  });
  const short = new Intl.DateTimeFormat(intl, { weekday: "long", day: "numeric", month: "long", timeZone: zone });
  const time = new Intl.DateTimeFormat(intl, {
    hour: "numeric",
    minute: "2-digit",
    timeZone: zone,
    ...(lng === "pl" ? {} : { hour12: true }),
  });
  /** Texts by minute: most pages say when the draft was saved, and ask in each request. */
  const times = new LRUCache<number, string>({ max: 1000 });
  // Written as on the bill itself; Intl's Arabic form, "UK£", is what nobody here writes.
  const currency = { style: "currency", currency: "GBP", currencyDisplay: "narrowSymbol" } as const;
  const pounds = new Intl.NumberFormat(lng === "ar" ? "en-GB" : intl, currency);
  const whole = new Intl.NumberFormat(lng === "ar" ? "en-GB" : intl, { ...currency, maximumFractionDigits: 0 });
  const amount = (pence: number) => (pence % 100 === 0 ? whole : pounds).format(pence / 100);
  const number = new Intl.NumberFormat(intl);
  const list = new Intl.ListFormat(intl, { type: "conjunction" });
  return {
    date: (value) => long.format(toInstant(value)).replaceAll(",", isBritish ? "" : ","),
    day: (value) => short.format(toInstant(value)).replaceAll(",", isBritish ? "" : ","),
    time: (value) => {
      const minute = Math.floor(toInstant(value).getTime() / 60_000);
      let text = times.get(minute);
      if (!text) {
        text = time.format(minute * 60_000);
        if (isBritish) text = text.replace(/[\s\u202f]/g, "").toLowerCase();
        times.set(minute, text);
      }
      return text;
    },
    hour: (clock) => {
      const told = time.format(DateTime.fromISO(`2026-01-05T${clock}`, { zone }).toJSDate());
      if (isBritish) return told.replace(/[\s\u202f]|:00/g, "").toLowerCase();
      return lng === "ar" ? told.replace(":00", "").replace("ص", "صباحًا").replace("م", "مساءً") : told;
    },
    // In Arabic text the sign and its digits stay together, in their own order.
    money: (pence) => (lng === "ar" ? isolate(amount(pence)) : amount(pence)),
    number: (value) => number.format(value),
    // Welsh joins with "a" before a consonant and "ac" before a vowel, which Intl leaves open.
    list: (items) => (lng === "cy" ? joinWelsh(items) : list.format(items)),
  };
}

function joinWelsh(items: string[]): string {
  const last = items.at(-1) ?? "";
  if (items.length < 2) return last;
  return `${items.slice(0, -1).join(", ")} ${/^[aeiouwyâêîôûŵŷ]/i.test(last) ? "ac" : "a"} ${last}`;
}

/** A calendar date stands for its noon, which is the same day in London in summer and winter. */
function toInstant(value: string | Date): Date {
  if (value instanceof Date) return value;
  return new Date(value.length === 10 ? `${value}T12:00Z` : value);
}
