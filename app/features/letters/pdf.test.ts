import { readFileSync } from "node:fs";
import PDFDocument from "pdfkit";
import { afterAll, describe, expect, it } from "vitest";
import type { House } from "../../platform/house.server";
import { languageCodes } from "../../platform/i18n/languages";
import { err } from "../../platform/result";
import { createWork } from "../../platform/work.server";
import { breakLines } from "./lines";
import { printLetter } from "./pdf.server";
import { fonts } from "./print-letter.worker";
import type { LetterView } from "./queue.server";

/** The texts of a line from left to right, each letter as wide as any other. */
const set = (text: string, dir: "ltr" | "rtl" = "rtl", width = 1000) =>
  breakLines(text, { dir, width, measure: (run) => run.length }).map(({ runs }) =>
    [...runs].sort((a, b) => a.x - b.x).map((run) => run.text),
  );

describe("the lines of a letter", () => {
  it("puts what is written the other way where it is read", () => {
    expect(set("رقم ABC-DEF هو 13 مايو")).toEqual([[" مايو", "13", " هو ", "ABC-DEF", "رقم "]]);
    expect(set("Hello عمر الفاروق, hello", "ltr")).toEqual([["Hello ", "عمر الفاروق", ", hello"]]);
  });

  it("keeps a value and its own punctuation together, and turns brackets round", () => {
    expect(set("المكان: \u2068Flat 2 (rear).\u2069، نعم")).toEqual([["، نعم", "Flat 2 (rear).", "المكان: "]]);
    expect(set("نعم (لا)")).toEqual([["نعم )لا("]]);
    // These have no script that the font could tell the direction by.
    expect(set("1 (2)،")).toEqual([["،(", "2", ") ", "1"]]);
  });

  it("breaks lines by the words in the order in which they are read", () => {
    expect(set("أولى ثانية third fourth خامسة", "rtl", 17)).toEqual([
      ["third", "أولى ثانية "],
      [" خامسة", "fourth"],
    ]);
    expect(set("one\ntwo", "ltr")).toEqual([["one"], ["two"]]);
    expect(set("an https://a.long/address on the web", "ltr", 10)).toEqual([
      ["an"],
      ["https://a."],
      ["long/addre"],
      ["ss on the"],
      ["web"],
    ]);
  });

  it("hands on the runs of a line in the order in which they are read", () => {
    const [line] = breakLines("رقم ABC هو", { dir: "rtl", width: 99, measure: (run) => run.length });
    expect(line).toEqual({
      width: 10,
      runs: [
        { text: "رقم ", x: 6 },
        { text: "ABC", x: 3 },
        { text: " هو", x: 0 },
      ],
    });
  });
});

const letter: LetterView = {
  id: "1",
  reference: "ABC-DEF-GHJ",
  lng: "ar",
  name: "Ola Łącka",
  address: ["1 Mill Lane", "BK1 2AB"],
  date: "13 مايو 2026",
  subject: "استلمنا طلبك",
  paragraphs: ["مرحبًا \u2068Ola Łącka\u2069،", "شكرًا لك."],
  printed: undefined,
  written: new Date(0),
};
const work = createWork();
afterAll(() => work.close());
const house = { work, config: { council: { name: "Brackenford" } } } as House;
const print = async (what: LetterView) => {
  const printed = await printLetter(house, what);
  if (!printed.ok) throw new Error(printed.error);
  return Buffer.from(printed.value).toString("latin1");
};
/** A text as a PDF holds it; some bytes of its letters are those of brackets, and are escaped. */
const held = (text: string) =>
  Buffer.from(`\ufeff${text}`, "utf16le")
    .swap16()
    .toString("latin1")
    .replace(/[()\\]/g, "\\$&");

describe("the PDF of a letter", () => {
  it("says its title, its language and what each of its parts is", async () => {
    const text = await print(letter);
    expect(text).toMatch(/^%PDF-1\.7/);
    expect(text).toContain("/Lang (ar)");
    expect(text).toContain("/DisplayDocTitle true");
    expect(text).toContain("<pdfuaid:part>1</pdfuaid:part>");
    expect(text).toMatch(/\/MarkInfo/);
    expect(text).toContain("/Marked true");
    expect(text).toContain("/StructTreeRoot");
    expect(text.match(/\/S \/H1\b/g)).toHaveLength(1);
    // The council, the address, the date with the reference, and two paragraphs.
    expect(text.match(/\/S \/P\b/g)).toHaveLength(5);
    expect(text).toContain(held(letter.subject));
    // What is printed from right to left is spelt out in the order of reading.
    expect(text.match(/\/ActualText/g)).toHaveLength(5);
    expect(text).toContain(held("مرحبًا Ola Łącka"));
  });

  it("is made in a thread of its own, which says where it has too much to do", async () => {
    const full = { ...house, work: { ...work, run: async () => err("busy" as const) } };
    expect(await printLetter(full, letter)).toEqual(err("busy"));
  });

  it("goes on with a long letter on further sheets", async () => {
    const sheets = async (paragraphs: string[]) =>
      (await print({ ...letter, lng: "en", paragraphs })).match(/\/Type \/Page\b/g);
    expect(await sheets(["Short."])).toHaveLength(1);
    expect(await sheets(Array.from({ length: 40 }, () => "A long letter. ".repeat(20)))).toHaveLength(6);
  });

  it("has the letters of every language that it is written in", () => {
    const texts = languageCodes.map((lng) => readFileSync(`locales/${lng}/messages.json`, "utf8")).join("");
    const letters = new Set(`${texts}ŵŷŴŶłżśŁŻŚ£`.replace(/[\s\u2066-\u2069]/g, ""));
    for (const font of Object.values(fonts)) {
      const { _font } = new PDFDocument({ font }) as unknown as {
        _font: { font: { hasGlyphForCodePoint(code: number): boolean } };
      };
      expect([...letters].filter((one) => !_font.font.hasGlyphForCodePoint(one.codePointAt(0)!))).toEqual([]);
    }
  });
});
