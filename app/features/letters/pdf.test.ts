import { readFileSync } from "node:fs";
import { inflateSync } from "node:zlib";
import type { Font } from "fontkit";
import PDFDocument from "pdfkit";
import { afterAll, describe, expect, it } from "vitest";
import type { House } from "../../platform/house.server";
import { languageCodes } from "../../platform/i18n/languages";
import { err } from "../../platform/result";
import { createWork } from "../../platform/work.server";
import { definitions } from "../../services/definitions";
import { facesOf, ownFaces } from "./faces";
import { breakLines } from "./lines";
import { findMissing } from "./missing";
import { findUnprintable, printLetter } from "./pdf.server";
import type { LetterText, LetterView } from "./queue.server";
import { shaped } from "./shaping";

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
    expect(set("المكان: \u2068Flat 2 (rear).\u2069، نعم")).toEqual([["، نعم", "Flat 2 (rear).", " :", "المكان"]]);
    expect(set("نعم (لا)")).toEqual([["(", "لا", ")", "نعم "]]);
    // These have no script that the font could tell the direction by.
    expect(set("1 (2)،")).toEqual([["،", "(", "2", ") ", "1"]]);
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
    const [arabic, latin] = facesOf("رقم ABC").map(({ face }) => face);
    expect(latin).toBe(ownFaces.plain);
    const [line] = breakLines("رقم ABC هو", { dir: "rtl", width: 99, measure: (run) => run.length });
    expect(line).toEqual({
      width: 10,
      runs: [
        { text: "رقم ", x: 6, face: arabic },
        { text: "ABC", x: 3, face: latin },
        { text: " هو", x: 0, face: arabic },
      ],
    });
  });
});

const arabic: LetterText = {
  lng: "ar",
  subject: "استلمنا طلبك",
  paragraphs: ["مرحبًا \u2068Ola Łącka\u2069،", "شكرًا لك."],
};
const inEnglish = (paragraphs: string[]): LetterText => ({ lng: "en", subject: "We have it", paragraphs });
const letter: LetterView = {
  id: "1",
  reference: "ABC-DEF-GHJ",
  name: "Ola Łącka",
  address: ["1 Mill Lane", "BK1 2AB"],
  date: "13 مايو 2026",
  texts: [arabic],
  code: undefined,
  printed: undefined,
  organisationId: undefined,
  written: new Date(0),
};
const work = createWork();
afterAll(() => work.close());
const house = { work, config: { council: { name: "Brackenford" } } } as House;
const print = async (what: LetterView) => {
  const printed = await printLetter(house, what);
  if (!printed.ok) throw new Error(printed.error);
  return Buffer.from(printed.value.pdf).toString("latin1");
};
/** A text as a PDF holds it; some bytes of its letters are those of brackets, and are escaped. */
const held = (text: string) =>
  Buffer.from(`\ufeff${text}`, "utf16le")
    .swap16()
    .toString("latin1")
    .replace(/[()\\]/g, "\\$&")
    .replaceAll("\t", "\\t");

/** The sizes of letters that a PDF prints in. */
const sizesOf = (pdf: string) =>
  new Set(
    [...pdf.matchAll(/stream\n([\s\S]*?)\nendstream/g)].flatMap(([, stream]) => {
      const bytes = Buffer.from(stream!, "latin1");
      const page = bytes[0] === 0x78 ? inflateSync(bytes).toString("latin1") : "";
      return [...page.matchAll(/\/F\d+ ([\d.]+) Tf/g)].map(([, size]) => Number(size));
    }),
  );

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
    expect(text).toContain(held(arabic.subject));
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
      (await print({ ...letter, texts: [inEnglish(paragraphs)] })).match(/\/Type \/Page\b/g);
    expect(await sheets(["Short."])).toHaveLength(1);
    expect(await sheets(Array.from({ length: 40 }, () => "A long letter. ".repeat(20)))).toHaveLength(6);
  });

  it("says it all again on another sheet in the language of whoever asked, with the code larger than the rest", async () => {
    const code = "ABC-DEF-GHJ-KMN";
    const first = inEnglish(["Enter this code:", code]);
    const text = await print({ ...letter, code, texts: [first, { ...arabic, paragraphs: ["أدخل هذا الرمز:", code] }] });
    expect(text.match(/\/Type \/Page\b/g)).toHaveLength(2);
    expect(text.match(/\/S \/H1\b/g)).toHaveLength(2);
    expect(text).toContain("/Lang (en)");
    expect(text.match(/\/Lang \(ar\)/g)).toHaveLength(3);
    expect(sizesOf(text)).toEqual(new Set([11, 12, 13, 20]));
  });

  it("has the letters of every language that it is written in", () => {
    const texts = languageCodes.map((lng) => readFileSync(`locales/${lng}/messages.json`, "utf8")).join("");
    expect(findMissing(`${texts}ŵŷŴŶłżśŁŻŚ£`)).toEqual([]);
    expect(findMissing(`${texts}ŵŷŴŶłżśŁŻŚ£`, "bold")).toEqual([]);
  });
});

/** A name in each language that an interpreter is offered for, and in others that people here have names in. */
const names: Record<string, string> = {
  arabic: "محمد الفاروق",
  bengali: "কৃষ্ণেন্দু চট্টোপাধ্যায়",
  gujarati: "કૃષ્ણ ત્રિવેદી",
  polish: "Łukasz Żółć",
  punjabi: "ਹਰਪ੍ਰੀਤ ਸਿੰਘ",
  romanian: "Ștefan Țuțuianu",
  somali: "Cabdullaahi Cali",
  tamil: "ஸ்ரீ கொளஞ்சி",
  ukrainian: "Олена Ґудзь",
  urdu: "عمران خٹک ڑے",
  welsh: "Siân Ŵyn",
  english: "Ann Zoë",
  amharic: "ኃይለ ሥላሴ",
  armenian: "Արամ",
  assyrian: "ܐܦܪܝܡ",
  burmese: "အောင်ဆန်းစုကြည်",
  chinese: "王小明 鄧麗君",
  dhivehi: "އިބްރާހީމް",
  georgian: "გიორგი",
  greek: "Γιώργος",
  hebrew: "שָׁלוֹם",
  hindi: "श्रीकृष्ण शर्मा।",
  japanese: "さとう タカシ 佐藤",
  kannada: "ಶ್ರೀ ಕೃಷ್ಣ",
  khmer: "សុខ ស្រី",
  korean: "김민수 뷁",
  lao: "ສົມສັກ",
  malayalam: "ശ്രീ കൃഷ്ണൻ",
  odia: "ଶ୍ରୀ କୃଷ୍ଣ",
  sinhala: "ශ්\u200dරී ලංකා",
  telugu: "కృష్ణ శ్రీ",
  thai: "สมชาย น้ำใจดี",
  tibetan: "བསྟན་འཛིན་རྒྱ་མཚོ།",
  vietnamese: "Nguyễn Thị Hồng",
};

describe("a name in any script", () => {
  const offered = definitions
    .flatMap(({ steps }) => steps)
    .flatMap((step) => (step.kind === "questions" ? step.questions : []))
    .flatMap((question) => (question.id === "language" && "options" in question ? question.options : []))
    .map(({ id }) => id)
    // The last is not written.
    .filter((id) => id !== "other" && id !== "british-sign-language");

  it("is tried in each language that an interpreter is offered for", () => {
    expect(offered.length).toBeGreaterThan(5);
    expect(Object.keys(names)).toEqual(expect.arrayContaining(offered));
  });

  /** Which shapes a text is printed with, piece by piece; 0 is the box for what a font does not have. */
  const shapesOf = (text: string) => {
    const document = new PDFDocument();
    return facesOf(text).flatMap((piece) => {
      shaped(document, piece.face);
      const { font } = (document as unknown as { _font: { font: Font } })._font;
      return font.layout(piece.text).glyphs.map(({ id }) => id);
    });
  };

  it.each(Object.entries(names))("is printed with the shapes of its letters: %s", (_language, name) => {
    const shapes = shapesOf(name);
    expect(shapes.length).toBeGreaterThan(0);
    expect(shapes).not.toContain(0);
    expect(findMissing(name)).toEqual([]);
  });

  it("joins the letters that its script joins", () => {
    // The second letter stands under the first, as one shape; the vowel sign moves before its letter.
    expect(shapesOf("ক্ষ")).toHaveLength(1);
    const [sign, letter] = [..."कि"].reverse().map((one) => shapesOf(one));
    expect(shapesOf("कि")[1]).toBe(letter![0]);
    expect(sign).not.toEqual(letter);
    // Alone, and at the end of a word.
    expect(shapesOf("حمد")).not.toContain(shapesOf("م")[0]);
  });

  it("is on the sheet, spelt out in the order of reading, and says what could not be printed", async () => {
    const name = "কৃষ্ণেন্দু \u{1f9ff}";
    const printed = await printLetter(house, { ...letter, name, texts: [inEnglish(["Dear reader"])] });
    expect(printed.ok && printed.value.missing).toEqual(["\u{1f9ff}"]);
    expect(printed.ok && Buffer.from(printed.value.pdf).toString("latin1")).toContain(held("কৃষ্ণেন্দু"));
    expect(await findUnprintable(house, { ...letter, name })).toEqual(["\u{1f9ff}"]);
  });
});
