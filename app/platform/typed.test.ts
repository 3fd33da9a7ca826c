import { describe, expect, it } from "vitest";
import { readPostcode } from "../features/places/postcode";
import { readPence } from "../flow/questions/money/money";
import { type Input, name, readValue } from "../flow/questions/testing/ask";
import { newReference, readReference } from "./ids";
import { readCharityNumber, readCompanyNumber } from "./organisation-numbers";
import { bareTyped, cutText, isBlank, lettersAndDigits, plainEmail, plainLine, plainText, plainTyped } from "./typed";

it.each([
  ["\u2066AB-1\u2069", "AB-1"],
  ["\ufeffA\u200bB\u00ad1", "AB1"],
  ["A\u2013B\u2014C\u2212D\u2011E\uff0dF", "A-B-C-D-E-F"],
  ["\uff21\uff22\u3000\uff11", "AB 1"],
  ["\u0661\u06f2\u0969", "123"],
  ["\u200e\u200f \u2060", ""],
  ["\u3164\ufe0f", ""],
])("%j is read as %j", (typed, plain) => expect(plainTyped(typed)).toBe(plain));

it("digits of every script are digits", () => {
  const all = Array.from({ length: 0x110000 }, (_, code) => code).filter(
    (code) => (code < 0xd800 || code > 0xdfff) && /\p{Nd}/u.test(String.fromCodePoint(code)),
  );
  const typed = String.fromCodePoint(...all);
  expect(plainTyped(typed)).toBe("0123456789".repeat(all.length / 10));
});

const shift = (pattern: RegExp, by: number) => (text: string) =>
  text.replace(pattern, (one) => String.fromCodePoint(one.codePointAt(0)! + by));

/** How the same value comes from another keyboard, from a page, from a mail or from a word processor. */
const slips: Record<string, (text: string) => string> = {
  "marks of direction around it": (text) => `\u2066${text}\u2069\u200e`,
  "a mark of direction in it": (text) => `${text.slice(0, 1)}\u200f${text.slice(1)}`,
  "an invisible space in it": (text) => `${text.slice(0, 2)}\u200b\u2060${text.slice(2)}`,
  "a byte order mark before it": (text) => `\ufeff${text}`,
  "spaces around it": (text) => ` \u00a0${text}\t\u3000`,
  "full width": shift(/[!-~]/g, 0xfee0),
  "Arabic digits": shift(/\d/g, 0x0660 - 48),
  "Persian digits": shift(/\d/g, 0x06f0 - 48),
  "Bengali digits": shift(/\d/g, 0x09e6 - 48),
  "Thai digits": shift(/\d/g, 0x0e50 - 48),
  "long dashes": (text) => text.replaceAll("-", "\u2013"),
  "minus signs": (text) => text.replaceAll("-", "\u2212"),
};

const asked = (input: Input) => (typed: string) => readValue(input, typed);
const dated = (part: string) => (typed: string) =>
  readValue(
    { type: "date" },
    { [`${name}-day`]: "12", [`${name}-month`]: "10", [`${name}-year`]: "2026", [part]: typed },
  );

const readers: [string, string, (typed: string) => unknown][] = [
  ["an email address", "ada1@mill-lane.example.org", plainEmail],
  ["an email address that a service asks for", "ada1@mill-lane.example.org", asked({ type: "email" })],
  ["a reference", newReference(), readReference],
  ["a code", "123-456", bareTyped],
  ["a bill's number", "CT-4001234", lettersAndDigits],
  ["a postcode", "BK1 2AB", readPostcode],
  ["a vehicle", "QQ00-AAA", asked({ type: "vehicle" })],
  ["a company's number", "01234567", readCompanyNumber],
  ["a company's number that a service asks for", "SC123456", asked({ type: "company-number" })],
  ["a charity's number", "1234567-12", readCharityNumber],
  ["a phone number", "020-7946-0018", asked({ type: "phone" })],
  ["a number", "1234", asked({ type: "number", max: 10_000 })],
  ["an amount", "123.45", readPence],
  ["an amount that a service asks for", "12.50", asked({ type: "money" })],
  ["a day", "12", dated(`${name}-day`)],
  ["a month", "10", dated(`${name}-month`)],
  ["a year", "2026", dated(`${name}-year`)],
];

describe.each(readers)("%s is read", (_, typed, read) => {
  it.each(Object.keys(slips))("the same with %s", async (slip) => {
    const right = await read(typed);
    expect(right).toBeTruthy();
    expect(right).not.toHaveProperty("error");
    expect(await read(slips[slip]!(typed))).toEqual(right);
  });
});

it.each(["ada @example.org", "ada@ example.org", " Ada\u00a0@\u00a0Example . org ", "ada\uff20example.org"])(
  "%j is one address wherever it is typed",
  async (typed) => {
    expect(plainEmail(typed)).toBe("ada@example.org");
    expect(await readValue({ type: "email" }, typed)).toBe("ada@example.org");
  },
);

const invisible = ["\u200e\u200f", "\u200b", "\u200d", "\u2066\u2069", "\u3164", "\u2800", "\u00ad \u2060", "\ufe0f"];

it.each(invisible)("a text of nothing but %j is empty", async (typed) => {
  expect(isBlank(typed)).toBe(true);
  expect(plainLine(typed)).toBe("");
  expect(plainText(typed)).toBe("");
  for (const type of ["text", "textarea", "name", "email", "phone", "vehicle", "number", "money"] as const)
    expect(await readValue({ type, required: false } as Input, typed), type).toBeNull();
});

it.each(["می\u200cخواهم", "ක්\u200dෂ", "👩\u200d🚒"])("a name keeps its joiners: %s", async (typed) => {
  expect(plainLine(` ${typed} `)).toBe(typed);
  expect(await readValue({ type: "name" }, typed)).toBe(typed);
});

it("a text is cut between characters, never within one", () => {
  const family = "👨\u200d👩\u200d👧";
  expect(cutText(`ab${family}`, 5)).toBe("ab");
  expect(cutText(`ab${family}c`, 2 + family.length)).toBe(`ab${family}`);
  expect(cutText("Zoe\u0308", 3)).toBe("Zo");
  expect(cutText("short", 80)).toBe("short");
});
