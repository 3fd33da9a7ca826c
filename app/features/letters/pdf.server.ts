import { createRequire } from "node:module";
import PDFDocument from "pdfkit";
import type { House } from "../../platform/house.server";
import type { LetterView } from "./queue.server";

const require = createRequire(import.meta.url);
/** It has the letters of every language of the portal. */
const fonts = {
  plain: require.resolve("dejavu-fonts-ttf/ttf/DejaVuSans.ttf"),
  bold: require.resolve("dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf"),
};

const mm = (length: number) => (length * 72) / 25.4;
/** Where a DL envelope has its window, in millimetres from the corner of the sheet. */
const addressWindow = { left: 20, top: 50, width: 85 };

/** A letter as a tagged PDF on A4: the address in the window of the envelope, the named sender at the end. */
export async function printLetter({ config }: House, letter: LetterView): Promise<Buffer> {
  const { name, address, date, reference, subject, paragraphs, lng } = letter;
  const margins = { top: mm(20), bottom: mm(20), left: mm(20), right: mm(20) };
  const info = { Title: subject, Author: config.council.name };
  const document = new PDFDocument({
    size: "A4",
    margins,
    info,
    lang: lng,
    tagged: true,
    displayTitle: true,
    font: fonts.plain,
  });
  const whole = document.struct("Document");
  document.addStructure(whole);
  const put = (kind: "P" | "H1", write: () => void) => whole.add(document.struct(kind, {}, [write]));
  const done = new Promise<Buffer>((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on("data", (chunk: Buffer) => chunks.push(chunk));
    document.on("end", () => resolve(Buffer.concat(chunks)));
    document.on("error", reject);
  });
  put("P", () => document.font(fonts.bold).fontSize(13).text(config.council.name, mm(20), mm(20)));
  put("P", () => {
    document.font(fonts.plain).fontSize(11);
    document.text([name, ...address].join("\n"), mm(addressWindow.left), mm(addressWindow.top), {
      width: mm(addressWindow.width),
    });
  });
  put("P", () => document.text(`${date}\n${reference}`, mm(20), mm(95)));
  put("H1", () => document.font(fonts.bold).fontSize(13).text(subject, mm(20), mm(112)));
  for (const paragraph of paragraphs)
    put("P", () => document.font(fonts.plain).fontSize(12).moveDown(0.8).text(paragraph, { lineGap: 3 }));
  whole.end();
  document.end();
  return done;
}
