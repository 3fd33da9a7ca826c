import { getDocument, PasswordException, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";

/** What is wrong with a PDF, for who is to open it. */
export type PdfVerdict = "fine" | "pdf-locked" | "pdf-broken";

/** Opens a PDF as a reader would, to its first page: nothing in it is run or drawn. */
export default async function readPdf(bytes: Uint8Array): Promise<PdfVerdict> {
  const opening = getDocument({
    data: bytes,
    verbosity: VerbosityLevel.ERRORS,
    stopAtErrors: true,
    enableXfa: false,
  });
  try {
    const document = await opening.promise;
    if (document.numPages === 0) return "pdf-broken";
    await document.getPage(1);
    return "fine";
  } catch (fault) {
    return fault instanceof PasswordException ? "pdf-locked" : "pdf-broken";
  } finally {
    await opening.destroy();
  }
}
