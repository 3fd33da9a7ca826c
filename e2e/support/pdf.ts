import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** The words of a PDF, as its reader would copy them. */
export async function readPdf(bytes: Buffer): Promise<string> {
  const pdf = await getDocument({ data: new Uint8Array(bytes) }).promise;
  const pages = Array.from({ length: pdf.numPages }, async (_, n) => (await pdf.getPage(n + 1)).getTextContent());
  const items = (await Promise.all(pages)).flatMap((page) => page.items);
  return items.map((item) => ("str" in item ? item.str : "")).join(" ");
}
