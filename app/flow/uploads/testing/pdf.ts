import PDFDocument from "pdfkit";

/** A PDF of one page with a line on it. */
export function makePdf(options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const document = new PDFDocument(options);
  const parts: Buffer[] = [];
  const made = new Promise<Buffer>((resolve) => {
    document.on("data", (part: Buffer) => parts.push(part));
    document.on("end", () => resolve(Buffer.concat(parts)));
  });
  document.text("A letter.");
  document.end();
  return made;
}
