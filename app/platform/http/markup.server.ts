import { randomBytes } from "node:crypto";
import { crc32 } from "node:zlib";
import { LRUCache } from "lru-cache";
import type { Texts } from "../i18n/i18n.server";

/** Pages by what they are made of. Two bytes a character at the most: 32 MB, however many services there are. */
const kept = new LRUCache<string, string[]>({
  maxSize: 16_000_000,
  sizeCalculation: (parts, key) => parts.reduce((sum, part) => sum + part.length, key.length),
});
/**
 * Pages that were asked for once, by a checksum. Only what is asked for again is kept: a page about one person hardly
 * ever is. Where two have the same checksum, one is kept too early.
 */
const asked = new LRUCache<number, true>({ max: 10_000 });

/** Nobody can type this, for nobody knows it. */
const mark = `\u2060${randomBytes(9).toString("base64url")}`;
const marks = new RegExp(`${mark}(\\d+)\u2060`);

/**
 * What differs from reader to reader on a page that is otherwise the same for all, such as a draft's id. Views carry
 * a mark in its place, so that one markup serves them all.
 */
export class Blanks {
  private readonly values: string[] = [];

  /** The mark that stands for a value. It may be passed on as a text, and be shown; not be looked into. */
  mark(value: string): string {
    return `${mark}${this.values.push(value) - 1}\u2060`;
  }

  /** Puts the values into markup. */
  put(markup: string): string {
    return this.fill(markup.split(marks));
  }

  /** Puts the values into JSON, where the marks stand within texts. */
  putIntoJson(json: string): string {
    const within = (value: string) => JSON.stringify(value).slice(1, -1);
    return json
      .split(marks)
      .map((part, i) => (i % 2 === 0 ? part : within(this.values[Number(part)] ?? "")))
      .join("");
  }

  /** Puts the values into markup that was split at its marks. */
  fill(parts: string[]): string {
    if (parts.length === 1) return parts[0]!;
    return parts.map((part, i) => (i % 2 === 0 ? part : escapeHtml(this.values[Number(part)] ?? ""))).join("");
  }
}

/**
 * The markup of a page that is made of nothing but `inputs`, the reader's texts and the blanks. It is rendered anew
 * unless the very same page was rendered before.
 * @param inputs nothing but what JSON can tell apart
 */
export function renderOnce(texts: Texts, blanks: Blanks, inputs: unknown, render: () => string): string {
  // While developing, the components themselves change.
  const key = process.env["NODE_ENV"] === "development" ? undefined : keyOf(texts, inputs);
  const known = key && kept.get(key);
  if (known) return blanks.fill(known);
  const parts = render().split(marks);
  if (key) {
    const sum = crc32(key);
    if (asked.has(sum)) kept.set(key, parts);
    else asked.set(sum, true);
  }
  return blanks.fill(parts);
}

const numbers = new WeakMap<object, number>();
let lastNumber = 0;

/** A number that stands for what never changes while it is kept, such as a council's facts: said in full, it would be most of a page's inputs. */
export function numberOf(fixed: object): number {
  const known = numbers.get(fixed);
  if (known) return known;
  numbers.set(fixed, ++lastNumber);
  return lastNumber;
}

/**
 * What tells one page from another: the reader's texts by their language and by whom they act for, the rest as JSON.
 * What JSON cannot tell apart has no place in a view; tests stop there.
 */
function keyOf(texts: Texts, inputs: unknown): string {
  return JSON.stringify([texts.lng, texts.link("/"), inputs], isTest ? refuseOpaque : undefined);
}

const isTest = process.env["NODE_ENV"] === "test";

function refuseOpaque(name: string, value: unknown): unknown {
  const isOpaque =
    typeof value === "function" ||
    (typeof value === "object" && value !== null && !Array.isArray(value) && !isPlain(value));
  if (isOpaque) throw new Error(`The view holds "${name}", which cannot be told from another of its kind.`);
  return value;
}

const isPlain = (value: object) => Object.getPrototypeOf(value) === Object.prototype;

const escapes: Record<string, string> = { "&": "&amp;", '"': "&quot;", "'": "&#x27;", "<": "&lt;", ">": "&gt;" };
/** As React escapes a text or the value of an attribute. */
const escapeHtml = (text: string) => text.replace(/[&"'<>]/g, (char) => escapes[char]!);
