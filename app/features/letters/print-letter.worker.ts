import PDFDocument from "pdfkit";
import { isolate } from "../../platform/i18n/isolate.ts";
import { type Language, languages } from "../../platform/i18n/languages.ts";
import { facesOf, ownFaces } from "./faces.ts";
import { breakLines, hasRightToLeft } from "./lines.ts";
import { findMissing } from "./missing.ts";
import type { LetterView } from "./queue.server.ts";
import { shaped } from "./shaping.ts";

const mm = (length: number) => (length * 72) / 25.4;
const margin = mm(20);
const sheet = { width: mm(210), height: mm(297) };
/** Where a DL envelope has its window, in millimetres from the corner of the sheet. */
const addressWindow = { left: 20, top: 50, width: 85 };

export interface Printing {
  council: string;
  letter: LetterView;
}

export interface Print {
  pdf: Buffer;
  /** Characters that no font of ours has: a box stands for each. */
  missing: string[];
}

/** A part of the letter, as a screen reader names it and as it is printed. */
interface Part {
  kind: "P" | "H1";
  text: string;
  /** The language that it is in, where that is another than the letter's first. */
  lng?: Language | undefined;
  /** It begins a sheet. */
  onNewSheet?: boolean;
  font: "plain" | "bold";
  size: number;
  leading: number;
  /** Where it begins, unless what is above reaches below that. */
  top?: number;
  /** The space above, where the part follows another. */
  space?: number;
  left?: number;
  width?: number;
  /** The way its lines run; that of its language where it is not given. */
  dir?: "ltr" | "rtl";
}

/** A letter as a PDF that is read out in order: the address in the envelope's window, the named sender at the end. */
export default async function printLetter({ council, letter }: Printing): Promise<Print> {
  const [{ subject, lng }] = letter.texts;
  const document = new PDFDocument({
    size: "A4",
    margins: { top: margin, bottom: margin, left: margin, right: margin },
    info: { Title: subject, Author: council },
    lang: lng,
    pdfVersion: "1.7",
    // Its types do not know yet that it writes these.
    ...({ subset: "PDF/UA" } as object),
    tagged: true,
    displayTitle: true,
    font: ownFaces.plain,
  });
  const done = new Promise<Buffer>((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on("data", (chunk: Buffer) => chunks.push(chunk));
    document.on("end", () => resolve(Buffer.concat(chunks)));
    document.on("error", reject);
  });
  const whole = document.struct("Document");
  document.addStructure(whole);
  let bottom = margin;
  const parts = partsOf(letter, council);
  for (const part of parts) {
    const dir = part.dir ?? languages[part.lng ?? lng].dir;
    // The shapes of such letters stand in the order of print, or several make one: this says what they spell.
    const isShaped = hasRightToLeft(part.text, dir) || new Set(facesOf(part.text).map(({ face }) => face)).size > 1;
    const spelt = isShaped ? { actual: part.text.replace(/[\u2066-\u2069]/g, "") } : {};
    const print = () => {
      if (part.onNewSheet) document.continueOnNewPage();
      bottom = printPart(document, part, { dir, bottom: part.onNewSheet ? margin : bottom });
    };
    whole.add(document.struct(part.kind, { ...spelt, ...(part.lng && { lang: part.lng }) }, [print]));
  }
  whole.end();
  document.end();
  return { pdf: await done, missing: findMissing(parts.map(({ text }) => text).join("\n")) };
}

function partsOf({ name, address, date, reference, texts, code }: LetterView, council: string): Part[] {
  const heading = { font: "bold", size: 13, leading: 1.2 } as const;
  const plain = { font: "plain", size: 12, leading: 1.4 } as const;
  const large = { font: "bold", size: 20, leading: 1.4 } as const;
  const { left, top, width } = addressWindow;
  return [
    { kind: "P", text: isolate(council), ...heading, top: margin },
    {
      kind: "P",
      text: [name, ...address].join("\n"),
      font: "plain",
      size: 11,
      leading: 1.15,
      top: mm(top),
      left: mm(left),
      width: mm(width),
      dir: "ltr",
    },
    { kind: "P", text: `${date}\n${reference}`, font: "plain", size: 11, leading: 1.3, top: mm(95), space: 12 },
    ...texts.flatMap(({ lng, subject, paragraphs }, order): Part[] => {
      const own = order === 0 ? { top: mm(112) } : { lng, top: margin, onNewSheet: true };
      return [
        { kind: "H1", text: subject, ...heading, ...own, space: 12 },
        ...paragraphs.map((text): Part => {
          const type = text === code ? large : plain;
          return { kind: "P", text, lng: order === 0 ? undefined : lng, ...type, space: 12 };
        }),
      ];
    }),
  ];
}

/** Prints a part below what is above it, on further sheets where this one is full; gives where it ends. */
function printPart(
  document: PDFKit.PDFDocument,
  part: Part,
  { dir, bottom }: { dir: "ltr" | "rtl"; bottom: number },
): number {
  const { top = 0, space = 0, left = margin, width = sheet.width - 2 * margin } = part;
  shaped(document, ownFaces[part.font]).fontSize(part.size);
  // With features, even none, pdfkit has whole runs laid out: else each word, all from left to right.
  const options = { features: [], lineBreak: false };
  // All stand on the line of the letter's own font, whatever the height of their own.
  const rise = (ascenderOf(document) * part.size) / 1000;
  const measure = (text: string, face: string) => shaped(document, face).widthOfString(text, options);
  const height = document.currentLineHeight() * part.leading;
  let y = Math.max(top, bottom + space);
  for (const line of breakLines(part.text, { dir, width, measure, weight: part.font })) {
    if (y + height > sheet.height - margin) {
      document.continueOnNewPage();
      y = margin;
    }
    const start = dir === "rtl" ? left + width - line.width : left;
    for (const run of line.runs)
      shaped(document, run.face).text(run.text, start + run.x, y + rise, { ...options, baseline: "alphabetic" });
    y += height;
  }
  return y;
}

/** Of the font that was chosen last, in thousandths of its size. */
const ascenderOf = (document: object) => (document as { _font: { ascender: number } })._font.ascender;
